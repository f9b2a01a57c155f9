using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Synthetic.Espeak;

/// <summary>A text as the synthesizer speaks it.</summary>
/// <param name="Samples">16-bit, mono, at <see cref="EspeakVoice.SampleRate"/>.</param>
/// <param name="Phonemes">In order, without overlap, each up to the next one's beginning.</param>
public sealed record SpokenText(short[] Samples, IReadOnlyList<PhonemeSpan> Phonemes);
