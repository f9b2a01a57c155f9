using System.Diagnostics;

namespace XttsSaas.Audio.Tests.Fixtures;

/// <summary>Real speech by espeak-ng, and other formats of it by ffmpeg.</summary>
public static class Speech
{
    public static async Task SayAsync(string text, string path) =>
        await RunAsync("espeak-ng", "-v", "en-us", "-s", "160", "-w", path, text);

    public static async Task ConvertAsync(string from, string to, params string[] arguments) =>
        await RunAsync("ffmpeg", ["-nostdin", "-v", "error", "-y", "-i", from, .. arguments, to]);

    private static async Task RunAsync(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardError = true })!;
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{tool}: {errors}");
    }
}
