using System.ComponentModel;
using System.Diagnostics;

namespace XttsSaas.Audio.Ffmpeg;

/// <summary>
/// One run of ffmpeg or ffprobe without a shell. Its output is a pipe, so it waits whenever the reader does and
/// memory stays bounded; its error text is drained and only the end is kept. Disposing kills it and its children.
/// </summary>
internal sealed class ToolProcess : IAsyncDisposable
{
    private const int ErrorTail = 2000;
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ToolProcess(Process process)
    {
        _process = process;
        _errors = ReadTailAsync(process.StandardError);
    }

    public Stream Output => _process.StandardOutput.BaseStream;

    public static AudioResult<ToolProcess> Start(string tool, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return new ToolProcess(process);
        }
        catch (Win32Exception)
        {
            return new AudioError(AudioErrorCode.ToolMissing, $"{Path.GetFileName(tool)} is not installed on this server; run ./xtts setup.");
        }
    }

    /// <summary>Waits for the end; the exit status and the last lines that it wrote about errors.</summary>
    public async Task<(int Status, string Errors)> WaitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return (_process.ExitCode, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
            await _errors;
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the kill.
        }

        _process.Dispose();
    }

    private static async Task<string> ReadTailAsync(StreamReader reader)
    {
        var buffer = new char[1024];
        var tail = "";
        int read;
        while ((read = await reader.ReadAsync(buffer)) > 0)
        {
            tail += new string(buffer, 0, read);
            tail = tail.Length > ErrorTail ? tail[^ErrorTail..] : tail;
        }

        return tail;
    }
}
