namespace XttsSaas.Datasets.Synthetic.Speakers;

/// <summary>The languages of the corpus and the synthesizer's voice for each.</summary>
public static class EspeakLanguages
{
    private const string English = "en";

    /// <summary>English is spoken for this part of the time; the other languages share the rest.</summary>
    private const double EnglishShare = 0.46;

    private static readonly Dictionary<string, string> Voices = new() { [English] = "en-us", ["es"] = "es", ["it"] = "it", ["pt"] = "pt-br" };

    public static IReadOnlyCollection<string> All => Voices.Keys;

    public static string VoiceOf(string language) => Voices[language];

    /// <summary>Sentences of each speaker that no model hears; English has twice as many.</summary>
    public static int UnseenClipsPerSpeaker(string language) => language == English ? 8 : 4;

    /// <summary>The part of the spoken time that each of these languages gets; the parts add up to 1.</summary>
    public static double ShareOf(string language, IReadOnlyCollection<string> languages)
    {
        if (!languages.Contains(English) || languages.Count == 1)
            return 1.0 / languages.Count;
        return language == English ? EnglishShare : (1 - EnglishShare) / (languages.Count - 1);
    }
}
