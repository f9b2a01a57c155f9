using XttsSaas.Xtts.Weights;
using TorchSharp;
using XttsSaas.Training.Data;
using XttsSaas.Xtts.Signal;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Features;

/// <summary>
/// Style mels of a few recordings per speaker, from which the prompts of training are cut: the prompt is the speaker's, but hardly
/// ever the clip that is to be spoken, so that the model learns to take the voice from it and not the words.
/// </summary>
public sealed class PromptPool
{
    private readonly List<MelSpectrogram>[] speakers;
    private readonly int frames;

    /// <param name="clips">Clips to choose from.</param>
    /// <param name="perSpeaker">Recordings per speaker.</param>
    /// <param name="seconds">Length of a prompt.</param>
    /// <param name="melStats">The model's mel statistics.</param>
    /// <param name="seed">Chooses the recordings.</param>
    public PromptPool(IReadOnlyList<ClipFeatures> clips, int perSpeaker, double seconds, float[] melStats, long seed)
    {
        var samples = (int)(seconds * ClipLoader.SampleRate);
        frames = (samples / MelSettings.Style.HopLength) + 1;
        speakers = [.. Enumerable.Range(0, clips.Max(clip => clip.Speaker) + 1).Select(_ => new List<MelSpectrogram>())];
        var order = new SeededStream(seed, "prompts").Permutation(clips.Count);
        foreach (var clip in order.Select(i => clips[i]))
        {
            var pool = speakers[clip.Speaker];
            if (pool.Count < perSpeaker && clip.Acoustics.Codes * 1024 >= samples)
                pool.Add(FrontEnds.Style(WaveFile.Read(clip.Wav).Samples, melStats));
        }
    }

    /// <summary>Frames of every prompt.</summary>
    public int Frames => frames;

    /// <summary>Whether the speaker has a recording long enough for a prompt.</summary>
    public bool Has(int speaker) => speaker < speakers.Length && speakers[speaker].Count > 0;

    /// <summary>One prompt per speaker, [speakers, 80, frames]; <paramref name="random"/> gives each its own choice.</summary>
    public Tensor Draw(IReadOnlyList<int> chosen, Func<int, SeededStream> random)
    {
        var values = new float[chosen.Count * Acoustics.Mels * frames];
        for (var row = 0; row < chosen.Count; row++)
        {
            var (pool, stream) = (speakers[chosen[row]], random(row));
            var mel = pool[stream.NextInt(0, pool.Count - 1)];
            var offset = stream.NextInt(0, mel.Frames - frames);
            for (var band = 0; band < Acoustics.Mels; band++)
                mel.Values.AsSpan((band * mel.Frames) + offset, frames).CopyTo(values.AsSpan(((row * Acoustics.Mels) + band) * frames));
        }

        return tensor(values, [chosen.Count, Acoustics.Mels, frames]);
    }
}
