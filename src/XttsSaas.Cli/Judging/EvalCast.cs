using XttsSaas.Datasets.Synthetic;
using XttsSaas.Datasets.Synthetic.Espeak;
using XttsSaas.Datasets.Synthetic.Speakers;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Cli.Judging;

/// <summary>Who a model is judged with: espeak-ng's speakers of the corpus of <c>xtts-mini</c>, and what each says as a reference.</summary>
internal static class EvalCast
{
    /// <summary>How many of the unseen speakers are cloned.</summary>
    public const int Clones = 10;

    private const int TrainingSpeakers = 96;
    private const long Seed = 1;
    private const string ReferenceLanguage = "en";

    private static readonly string[] ReferenceTexts =
    [
        "The harbor was quiet in the morning, and only a few boats were moving between the islands.",
        "She asked whether we had already eaten, then poured everybody a large cup of tea.",
    ];

    /// <summary>Two high and two low voices that the recogniser understands when the synthesizer itself speaks.</summary>
    private static readonly string[] FamiliarIds = ["s014", "s018", "s030", "s051"];

    private static readonly IReadOnlyList<CorpusSpeaker> Speakers = SpeakerCast.Draw(TrainingSpeakers, Seed);

    /// <summary>Four speakers whose recordings a model of the recipe was trained on.</summary>
    public static IReadOnlyList<CorpusSpeaker> Familiar { get; } = [.. Speakers.Where(speaker => FamiliarIds.Contains(speaker.Id))];

    /// <summary>Speakers that no training has heard.</summary>
    public static IReadOnlyList<CorpusSpeaker> Unseen { get; } = [.. Speakers.Where(speaker => speaker.Split == SpeakerSplit.Unseen).Take(Clones)];

    /// <summary>The speaker of this id, seen or unseen.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static CorpusSpeaker Speaker(string id) => Speakers.FirstOrDefault(speaker => speaker.Id == id)
        ?? throw new ArgumentException($"There is no speaker '{id}'; there are {Speakers[0].Id} to {Speakers[^1].Id}.");

    /// <summary>Recordings from which a voice is made.</summary>
    public static IReadOnlyList<float[]> References(CorpusSpeaker speaker) => [.. ReferenceTexts.Select(text => Record(speaker, ReferenceLanguage, text))];

    /// <summary>A text as the synthesizer itself says it, shaped as clips of a corpus are, at <see cref="EspeakVoice.SampleRate"/>.</summary>
    /// <exception cref="CorpusException">espeak-ng is missing, or has nothing to say.</exception>
    public static float[] Record(CorpusSpeaker speaker, string language, string text)
    {
        var spoken = ClipShape.Apply(EspeakVoice.Speak(EspeakLanguages.VoiceOf(language), speaker, text))
            ?? throw new CorpusException(CorpusFault.WrongRequest, $"espeak-ng says nothing for \"{text}\".");
        return Array.ConvertAll(spoken.Samples, sample => sample / 32768f);
    }
}
