namespace XttsSaas.Xtts.Corpus;

/// <summary>A voice of the corpus: the same settings in all its clips and languages.</summary>
/// <param name="Id">s000, s001 and so on; c0000 and so on in the crowd.</param>
/// <param name="Split">Whether the clips of training, or none of them, are this speaker's.</param>
/// <param name="Variant">The synthesizer's voice variant.</param>
/// <param name="Pitch">0-100, 50 is the variant's own.</param>
/// <param name="Range">How far the pitch moves, 0-100, 50 is the variant's own.</param>
/// <param name="Speed">Words per minute.</param>
/// <param name="Formants">Where the formants lie, percent of the variant's own: a shorter vocal tract has higher ones. The pitch moves along.</param>
public sealed record CorpusSpeaker(string Id, SpeakerSplit Split, string Variant, int Pitch, int Range, int Speed, int Formants = 100);
