using System.ComponentModel;
using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;
using TorchSharp;
using Whisper.net;

namespace XttsSaas.Cli.Doctor;

/// <summary>Asks programs and native libraries whether they are there, without failing when they are not.</summary>
internal static class ToolProbe
{
    public static ToolReport Program(string name, string versionArgument, string usedFor)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(name, [versionArgument]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var firstLine = process.StandardOutput.ReadLine();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new ToolReport(name, firstLine?.Trim() ?? "installed", usedFor);
        }
        catch (Win32Exception)
        {
            return new ToolReport(name, null, usedFor);
        }
    }

    public static ToolReport OnnxRuntime(out IReadOnlyList<string> providers)
    {
        IReadOnlyList<string> found = [];
        var report = Library("onnxruntime", "speech, voice activity", () =>
        {
            // The library names every provider it was compiled for; those other than the CPU's live in files of their own.
            found = [.. OrtEnv.Instance().GetAvailableProviders().Where(p => p == "CPUExecutionProvider" || ProviderLibraryExists(p))];
            return OrtEnv.Instance().GetVersionString();
        });
        providers = found;
        return report;
    }

    private static bool ProviderLibraryExists(string provider) =>
        File.Exists(Path.Combine(AppContext.BaseDirectory, $"libonnxruntime_providers_{provider.Replace("ExecutionProvider", string.Empty, StringComparison.Ordinal).ToLowerInvariant()}.so"));

    public static ToolReport Torch() => Library("libtorch", "training", () => torch.cuda.is_available() ? $"{torch.__version__}, CUDA" : $"{torch.__version__}, CPU");


    public static ToolReport Whisper() => Library("whisper.cpp", "transcription", () => WhisperFactory.GetRuntimeInfo() ?? "installed");

    private static ToolReport Library(string name, string usedFor, Func<string> version)
    {
        try
        {
            return new ToolReport(name, version(), usedFor);
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or FileNotFoundException)
        {
            return new ToolReport(name, null, usedFor);
        }
    }
}
