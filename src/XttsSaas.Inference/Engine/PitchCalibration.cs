using XttsSaas.Inference.Sampling;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Inference.Engine;

/// <summary>
/// By how much the pitch of a cloned voice must be moved. A model that has heard few speakers gives a voice the pitch of one that it knows;
/// a vocoder with an excitation can speak at any. So the voice says some sentences, and its pitch is compared with that of the references.
/// Sentences differ in their mean pitch, so small differences are no reason to move a voice.
/// </summary>
internal static class PitchCalibration
{
    /// <summary>Sentences without names or numbers, some twelve seconds.</summary>
    private const string Text =
        "We walked along the river until it was dark. Nobody had seen the old house before. "
        + "The children were playing in the garden while it rained. He told me that the train would be late again.";

    private const string Language = "en";
    private const int MostCodes = 160;

    /// <summary>What two sets of sentences by one speaker differ in easily, octaves.</summary>
    private const double LeastOctaves = 0.15;

    /// <summary>No voice is moved further, octaves.</summary>
    private const double MostOctaves = 1;

    /// <summary>Voiced frames that both sides must have; fewer say little about a voice.</summary>
    private const int LeastVoiced = 40;

    /// <summary>Octaves from the voice's own pitch to that of <paramref name="references"/>; 0 where they are near each other, one has none, or the model does not speak English.</summary>
    public static float Shift(IReadOnlyList<float[]> references, ConditioningLatents voice, XttsEngine engine)
    {
        if (!engine.Config.Languages.Contains(Language))
            return 0;
        var args = engine.Config.ModelArgs;
        var request = new SynthesisRequest(Text, Language, voice, SamplingOptions.Of(engine.Config)) { MaxCodes = MostCodes };
        return Median(references, args.InputSampleRate) is { } wanted && Median([engine.Speak(request).Samples], args.OutputSampleRate) is { } own
            && Math.Abs(wanted - own) >= LeastOctaves
            ? (float)Math.Clamp(wanted - own, -MostOctaves, MostOctaves)
            : 0;
    }

    /// <summary>Median log2 of the pitch in Hz over the voiced frames.</summary>
    private static double? Median(IReadOnlyList<float[]> clips, int sampleRate)
    {
        var tracker = new PitchTracker(new PitchSettings(sampleRate, PitchSettings.Mel.HopSeconds));
        var octaves = clips.SelectMany(clip => tracker.Track(clip).Hertz).Where(hertz => hertz > 0).Select(hertz => Math.Log2(hertz)).Order().ToArray();
        return octaves.Length >= LeastVoiced ? octaves[octaves.Length / 2] : null;
    }
}
