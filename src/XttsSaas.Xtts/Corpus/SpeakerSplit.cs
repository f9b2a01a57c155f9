using System.Text.Json.Serialization;

namespace XttsSaas.Xtts.Corpus;

/// <summary>Where a speaker's clips are used.</summary>
public enum SpeakerSplit
{
    /// <summary>In training, validation and test.</summary>
    [JsonStringEnumMemberName("training")]
    Training,

    /// <summary>Only in the clips that test cloning; a model never hears this speaker before.</summary>
    [JsonStringEnumMemberName("unseen")]
    Unseen,
}
