using System.CommandLine;
using Spectre.Console;
using XttsSaas.Audio;
using XttsSaas.Cli.Hosting;
using XttsSaas.Cli.Models;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Cli.Speech;

/// <summary><c>synth</c>: speak without a server.</summary>
internal static class SynthCommand
{
    private static readonly Argument<string> Text = new("text") { Description = "What to say." };
    private static readonly Option<FileInfo> Out = new("--out") { Description = "WAV file to write.", Required = true };
    private static readonly Option<string> Model = new("--model") { Description = "Name of an installed model, a checkpoint folder or an export.", DefaultValueFactory = _ => BaseModels.MiniName };
    private static readonly Option<FileInfo[]> Reference = new("--reference") { Description = "Recordings of the voice.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Voice = new("--voice") { Description = "A voice that came with the model; without it and without recordings, the model's first by name." };
    private static readonly Option<string> Language = new("--language") { Description = "One of the 17 languages.", DefaultValueFactory = _ => "en" };
    private static readonly SamplingFlags Sampling = new();
    private static readonly Option<bool> Stream = new("--stream") { Description = "Speak in chunks, the first one early." };
    private static readonly Option<string> Data = ShellOptions.Data();
    private static readonly Option<bool> Json = ShellOptions.Json();

    public static Command Create()
    {
        var command = new Command("synth", "Speak a text into a WAV file, without a server.")
        {
            Text, Out, Model, Voice, Reference, Language, Stream, Data, Json,
        };
        foreach (var option in Sampling.All)
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(Voice) is not null && result.GetValue(Reference) is { Length: > 0 })
                result.AddError("Give --reference with recordings of the voice, or --voice with the name of one that came with the model, not both.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            var report = await Speaking.RunAsync(Job(parsed), cancellationToken);
            if (parsed.GetValue(Json))
                parsed.InvocationConfiguration.Output.WriteLine(JsonReport.Of(report));
            else
                parsed.InvocationConfiguration.Output.WriteLine($"{report.AudioSeconds:0.00} s of audio in {report.WallSeconds:0.00} s, first audio after {report.TimeToFirstAudioMs:0} ms: {parsed.GetValue(Out)!.FullName}");
            return ExitCodes.Done;
        }
        catch (Exception error) when (error is ModelFormatException or AudioException or ArgumentException or FileNotFoundException)
        {
            StandardError.Console(parsed.InvocationConfiguration.Error).MarkupLineInterpolated($"[red]{error.Message}[/]");
            return error is ArgumentException ? ExitCodes.WrongUsage : ExitCodes.Failed;
        }
    }

    private static SpeakingJob Job(ParseResult parsed) => new(
        parsed.GetValue(Text)!, parsed.GetValue(Language)!, parsed.GetValue(Model)!, new ModelFolders(parsed.GetValue(Data)!), parsed.GetValue(Voice),
        parsed.GetValue(Reference) ?? [], parsed.GetValue(Out)!, parsed.GetValue(Stream), Sampling.Of(parsed));
}
