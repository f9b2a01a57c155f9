using System.Runtime.InteropServices;

namespace XttsSaas.TrainingWorker;

/// <summary>
/// Ends the process when standard input is closed. The parent holds the other end of that pipe and never writes to it, so
/// the end of the stream means that the parent is gone. The run may already be starting again under a new parent, so the
/// orphan ends at once, without a checkpoint.
/// </summary>
internal static partial class ParentWatch
{
    public static void Start(TextWriter log)
    {
        var input = Console.OpenStandardInput();
        var watch = new Thread(() => Watch(input, log)) { IsBackground = true, Name = "parent watch" };
        watch.Start();
    }

    private static void Watch(Stream input, TextWriter log)
    {
        var ignored = new byte[256];
        while (input.Read(ignored) > 0)
        {
        }

        log.WriteLine("standard input was closed: the parent is gone, the worker ends");
        EndNow(ExitCodes.Cancelled);
    }

    /// <summary>
    /// Ends the process without the destructors of its native libraries: the training thread is still inside libtorch, and would crash
    /// under them.
    /// </summary>
    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void EndNow(int exitCode);
}
