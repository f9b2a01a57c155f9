using XttsSaas.Training.Configuration;
using XttsSaas.Training.Model;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Tensors;
using static TorchSharp.torch;

namespace XttsSaas.Training.Data;

/// <summary>Reads a data set folder for a model: screens its clips, tokenises and encodes them.</summary>
public static class DatasetLoading
{
    /// <param name="folder">The LJSpeech folder.</param>
    /// <param name="checkpoint">The model whose vocabulary and DVAE are used.</param>
    /// <param name="config">Limits and language.</param>
    /// <param name="cacheFolder">Where codes are kept between starts of the worker.</param>
    /// <param name="device">Where the DVAE runs.</param>
    /// <param name="cancellation">Stops between two clips.</param>
    /// <exception cref="TrainingException">The folder is no data set, or no training clip is usable.</exception>
    public static TrainingData Load(
        string folder, Checkpoint checkpoint, TrainingConfig config, string cacheFolder, Device device, CancellationToken cancellation)
    {
        var dataset = new LjSpeechFolder(folder);
        using var dvae = GptWeights.LoadDvaeEncoder(checkpoint, device);
        var codec = new AudioCodec(new DvaeEncoder(dvae), checkpoint.Model.ReadSingle(TensorNames.MelStats));
        var samplesPerCode = checkpoint.Config.ModelArgs.GptCodeStrideLen;
        var cache = new CodeCache(cacheFolder, checkpoint.Manifest.Files[CheckpointFiles.Dvae]);
        var loader = new ClipLoader(
            dataset,
            config.Limits,
            text => [.. checkpoint.Tokenizer.Encode(text, config.Language)],
            new HashSet<int> { checkpoint.Tokenizer.UnknownId, checkpoint.Tokenizer.StopId },
            (path, samples) => cache.GetOrAdd(
                path, AlignedSequences.CodeCount(samples.Length, samplesPerCode), () => codec.Encode(samples, samplesPerCode)));

        var training = loader.Load(Rows(dataset.TrainingRows), cancellation);
        if (training.Count == 0)
        {
            throw new TrainingException(WorkerCodes.EmptyDataset, loader.Dropped.Count == 0
                ? "The data set lists no training clip; build it from at least one usable segment."
                : $"None of the {loader.Dropped.Count} training clips is usable; for example '{loader.Dropped[0].Name}': {loader.Dropped[0].Reason}.");
        }

        var validation = loader.Load(Rows(dataset.ValidationRows), cancellation);
        return new TrainingData(training, validation, loader.Dropped);
    }

    private static IReadOnlyList<MetadataRow> Rows(Func<IReadOnlyList<MetadataRow>> read)
    {
        try
        {
            return read();
        }
        catch (IOException exception)
        {
            throw new TrainingException(WorkerCodes.EmptyDataset, exception.Message, exception);
        }
    }
}
