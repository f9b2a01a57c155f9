using XttsSaas.Audio;
using XttsSaas.Audio.Loudness;
using XttsSaas.Audio.Waveforms;

namespace XttsSaas.Datasets.Pipeline;

/// <summary>What one pass over a recording found: where there is speech, how loud it is, and how it looks.</summary>
public sealed record SourceAnalysis(double Seconds, IReadOnlyList<TimeRange> Speech, EnergyEnvelope Envelope, WaveformPeaks Peaks);
