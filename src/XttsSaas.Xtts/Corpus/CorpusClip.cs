namespace XttsSaas.Xtts.Corpus;

/// <summary>One spoken text of a corpus; one line of a split's file.</summary>
/// <param name="Id">Unique in the corpus.</param>
/// <param name="Wav">Mono PCM16 file, relative to the corpus folder, with forward slashes.</param>
/// <param name="Speaker">The <see cref="CorpusSpeaker.Id"/> of who speaks.</param>
/// <param name="Language">Code of the language: en, es, it, pt.</param>
/// <param name="Samples">Length at the corpus' sample rate, a multiple of 1,024.</param>
/// <param name="Text">What is said.</param>
/// <param name="Phonemes">The sounds in order; they do not overlap and lie inside the clip.</param>
public sealed record CorpusClip(
    string Id, string Wav, string Speaker, string Language, int Samples, string Text, IReadOnlyList<PhonemeSpan> Phonemes);
