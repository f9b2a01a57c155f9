using System.CommandLine;
using Spectre.Console;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Cli.Models;

/// <summary>Turns model files into a checkpoint folder of the platform, one tensor in memory at a time.</summary>
internal static class ModelImport
{
    /// <summary>From published files.</summary>
    public static Task<bool> OfficialAsync(ParseResult parsed, OfficialFiles files, ModelOrigin origin, string target, CancellationToken cancellationToken) =>
        WriteAsync(parsed, target, () =>
        {
            var model = OfficialModel.Open(files);
            return (model, model.Content(origin));
        }, cancellationToken);

    /// <summary>From a checkpoint folder of the platform, whose digests are checked.</summary>
    public static Task<bool> CheckpointAsync(ParseResult parsed, string folder, string target, CancellationToken cancellationToken) =>
        WriteAsync(parsed, target, () =>
        {
            var checkpoint = CheckpointReader.Open(folder);
            var vocabulary = File.ReadAllBytes(Path.Combine(folder, CheckpointFiles.Vocabulary));
            return (checkpoint, new CheckpointContent(
                checkpoint.Manifest.Origin,
                checkpoint.Config,
                vocabulary,
                [.. checkpoint.Model.Tensors.Keys.Select(checkpoint.Model.Source)],
                checkpoint.Dvae is { } dvae ? [.. dvae.Tensors.Keys.Select(dvae.Source)] : null) { Speakers = Speakers(folder) });
        }, cancellationToken);

    private static Task<bool> WriteAsync(ParseResult parsed, string target, Func<(IDisposable Source, CheckpointContent Content)> open, CancellationToken cancellationToken) =>
        WorkProgress.RunAsync(parsed, context => Task.Run(() =>
        {
            var (source, content) = open();
            using (source)
            {
                var bytes = content.Model.Concat(content.Dvae ?? []).Sum(tensor => tensor.Shape.Count * tensor.Type.Bytes());
                FreeSpace.Require(Path.GetDirectoryName(target)!, bytes, "The model");
                var bar = context.Bar("Writing", bytes);
                return CheckpointWriter.Write(target, content with { Model = Watched(content.Model, bar, cancellationToken), Dvae = content.Dvae is { } dvae ? Watched(dvae, bar, cancellationToken) : null });
            }
        }, cancellationToken));

    private static IReadOnlyList<TensorSource>? Speakers(string folder)
    {
        var path = Path.Combine(folder, CheckpointFiles.Speakers);
        if (!File.Exists(path))
            return null;
        using var file = SafetensorsFile.Open(path);
        return [.. file.Tensors.Values.Select(tensor => TensorSource.Of(tensor.Name, tensor.Shape, file.ReadSingle(tensor.Name)))];
    }

    private static IReadOnlyList<TensorSource> Watched(IReadOnlyList<TensorSource> tensors, ProgressTask bar, CancellationToken cancellationToken) =>
        [.. tensors.Select(tensor => tensor with
        {
            WriteTo = stream =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                tensor.WriteTo(stream);
                bar.Increment(tensor.Shape.Count * tensor.Type.Bytes());
            },
        })];
}
