using System.CommandLine;
using XttsSaas.Cli.Hosting;
using XttsSaas.Cli.Speech;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Cli.Models;

/// <summary><c>models pack</c>: a trained checkpoint becomes a model to hand on, in half precision and with ready-made voices.</summary>
internal static class PackCommand
{
    public static Command Create()
    {
        var checkpoint = new Argument<DirectoryInfo>("checkpoint") { Description = "Checkpoint folder." };
        var output = new Option<DirectoryInfo>("--out") { Description = "New folder.", Required = true };
        var voices = new Option<string[]>("--voice") { Description = "NAME=WAV: a voice that comes with the model; the first by name is its default.", AllowMultipleArgumentsPerToken = true };
        var data = ShellOptions.Data();
        var command = new Command("pack", "Write a checkpoint in half precision, with voices.") { checkpoint, output, voices, data };
        command.SetAction((parsed, cancellationToken) => ModelsCommand.RunAsync(parsed, () =>
            RunAsync(
                parsed.GetValue(checkpoint)!.FullName, parsed.GetValue(output)!.FullName, parsed.GetValue(voices) ?? [], new ModelFolders(parsed.GetValue(data)!), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string output, string[] voices, ModelFolders folders, CancellationToken cancellationToken)
    {
        if (Directory.Exists(output))
            throw new ModelCommandException($"{output} exists already; name a new folder.", ExitCodes.WrongUsage);
        using var checkpoint = CheckpointReader.Open(folder);
        var speakers = await VoicesAsync(folder, checkpoint.Config, voices, folders, cancellationToken);
        CheckpointWriter.Write(output, new CheckpointContent(
            checkpoint.Manifest.Origin,
            checkpoint.Config,
            File.ReadAllBytes(Path.Combine(folder, CheckpointFiles.Vocabulary)),
            Half(TensorLayout.Model(checkpoint.Config), checkpoint.Model),
            checkpoint.Dvae is { } dvae ? Half(TensorLayout.Dvae(checkpoint.Config), dvae) : null) { Speakers = speakers });
        var bytes = new DirectoryInfo(output).GetFiles().Sum(file => file.Length);
        Console.WriteLine($"{bytes / 1e6:0.0} MB, {voices.Length} voices: {output}");
        return ExitCodes.Done;
    }

    // Buffers and statistics keep their precision: they are small, and what they hold is exact.
    private static IReadOnlyList<TensorSource> Half(IReadOnlyList<TensorSpec> layout, SafetensorsFile file) =>
        [.. layout.Select(spec => spec.Type == TensorType.F32 && !IsBuffer(spec.Name)
            ? TensorSource.Of(spec.Name, spec.Shape, file.ReadSingle(spec.Name)).ToHalf()
            : file.Source(spec.Name))];

    private static bool IsBuffer(string name) =>
        name == TensorNames.MelStats || name.Contains(".torch_spec.", StringComparison.Ordinal) || name.Contains(".running_", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<TensorSource>?> VoicesAsync(string folder, XttsConfig config, string[] voices, ModelFolders folders, CancellationToken cancellationToken)
    {
        if (voices.Length == 0)
            return null;
        using var model = SpeakingModel.Load(folder, folders);
        var sources = new List<TensorSource>();
        foreach (var voice in voices)
        {
            if (voice.Split('=', 2) is not [{ Length: > 0 } name, { Length: > 0 } path] || name.Contains('/'))
                throw new ModelCommandException($"--voice {voice} is not NAME=WAV.", ExitCodes.WrongUsage);
            var clips = await References.DecodeAsync([new FileInfo(path)], config.ModelArgs.InputSampleRate, cancellationToken);
            var latents = model.Engine.ComputeConditioning(clips);
            sources.Add(TensorSource.Of($"{name}/gpt_cond_latents", new TensorShape(1, config.Architecture.Perceiver.NumLatents, config.ModelArgs.GptNModelChannels), latents.GptLatents));
            sources.Add(TensorSource.Of($"{name}/speaker_embedding", new TensorShape(1, config.ModelArgs.DVectorDim, 1), latents.SpeakerEmbedding));
            sources.Add(TensorSource.Of($"{name}/{SpeakingModel.PitchShift}", new TensorShape(1), new[] { latents.PitchShift }));
        }

        return sources;
    }
}
