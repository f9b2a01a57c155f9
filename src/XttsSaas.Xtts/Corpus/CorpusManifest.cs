namespace XttsSaas.Xtts.Corpus;

/// <summary>What a finished corpus is; written last, so a folder that has one is complete.</summary>
/// <param name="SampleRate">Samples per second of every clip.</param>
/// <param name="Seed">The number from which every choice was drawn.</param>
/// <param name="Hours">Spoken time of the training part.</param>
/// <param name="Clips">Clips of all parts.</param>
/// <param name="Source">The synthesizer and its version.</param>
/// <param name="Request">One line that is equal for equal corpora.</param>
public sealed record CorpusManifest(
    int Version, int SampleRate, long Seed, double Hours, int Clips, IReadOnlyList<string> Languages, IReadOnlyList<CorpusSpeaker> Speakers, string Source,
    string Request)
{
    /// <summary>The version this code reads and writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>22,050 Hz, the rate of the model's training audio.</summary>
    public const int Rate = 22_050;
}
