namespace XttsSaas.Cli.Corpus;

/// <summary>What <c>corpus espeak</c> built.</summary>
/// <param name="Clips">Of all parts.</param>
/// <param name="Hours">Spoken time of the training part.</param>
/// <param name="Speakers">All speakers, the unseen ones too.</param>
internal sealed record EspeakReport(
    int Clips, double Hours, int Speakers, int UnseenSpeakers, IReadOnlyList<string> Languages, long Seed, string Source, string Folder, double Seconds);
