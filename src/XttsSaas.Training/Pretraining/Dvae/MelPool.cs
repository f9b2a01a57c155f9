using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Weights;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Dvae;

/// <summary>Mels in memory, and random segments of them. Every mel is at least as long as the segments asked for.</summary>
internal sealed class MelPool(IReadOnlyList<MelSpectrogram> mels)
{
    /// <summary>[rows, mels, frames]: each row from a random clip and place.</summary>
    public Tensor Segments(SeededStream stream, int rows, int frames)
    {
        var height = mels[0].Mels;
        var values = new float[rows * height * frames];
        for (var row = 0; row < rows; row++)
        {
            var mel = mels[stream.NextInt(0, mels.Count - 1)];
            var offset = stream.NextInt(0, mel.Frames - frames);
            for (var band = 0; band < height; band++)
                mel.Values.AsSpan((band * mel.Frames) + offset, frames).CopyTo(values.AsSpan(((row * height) + band) * frames));
        }

        return tensor(values, [rows, height, frames]);
    }
}
