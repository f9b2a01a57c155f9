using TorchSharp;
using XttsSaas.Xtts.Signal;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Dvae;

/// <summary>How well the code book carries held-out clips, and how evenly they use it.</summary>
internal sealed class DvaeValidation(Model.Dvae dvae, IReadOnlyList<MelSpectrogram> mels, int entries)
{
    /// <summary>
    /// <c>mse</c> and <c>l1</c> of the mels, all frames alike; <c>perplexity</c>, e to the entropy of the codes; <c>used</c>, the share of
    /// codes that occur.
    /// </summary>
    public IReadOnlyDictionary<string, double> Run(CancellationToken cancellation)
    {
        using var gradients = no_grad();
        var (squared, absolute, frames) = (0.0, 0.0, 0L);
        var counts = new long[entries];
        foreach (var mel in mels)
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var input = tensor(mel.Values, [1, mel.Mels, mel.Frames]);
            var output = dvae.Forward(input);
            squared += output.ReconstructionLoss.item<float>() * mel.Frames;
            absolute += (output.Reconstruction.narrow(2, 0, mel.Frames).cpu() - input).abs().mean().item<float>() * mel.Frames;
            frames += mel.Frames;
            foreach (var code in output.Codes.cpu().contiguous().data<long>().ToArray())
                counts[code]++;
        }

        return new Dictionary<string, double>
        {
            ["mse"] = squared / frames,
            ["l1"] = absolute / frames,
            ["perplexity"] = Perplexity(counts),
            ["used"] = counts.Count(count => count > 0) / (double)entries,
        };
    }

    private static double Perplexity(long[] counts)
    {
        var total = (double)counts.Sum();
        return Math.Exp(-counts.Where(count => count > 0).Sum(count => count / total * Math.Log(count / total)));
    }
}
