using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Synthetic.Planning;

/// <summary>A text that a speaker is to say.</summary>
/// <param name="Number">Its place in the whole plan; names the clip and its file.</param>
public sealed record Utterance(int Number, CorpusSpeaker Speaker, string Language, string Text)
{
    /// <summary>The clip's file, relative to the corpus.</summary>
    public string Wav => $"{Folder}/{Speaker.Id}/{Id}.wav";

    public string Id => $"{Number:00000000}";

    /// <summary>The folder of all clips' files.</summary>
    internal const string Folder = "wavs";
}
