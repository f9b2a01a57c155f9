namespace XttsSaas.Silo.Tests.Hosting;

/// <summary>A shell script in place of the training worker; <c>$out</c> is the session's output folder.</summary>
internal static class ScriptedWorker
{
    public const string Started =
        """{"type":"started","step":0,"totalSteps":4,"device":"cpu","parameters":9,"trainableParameters":3,"clips":2,"validationClips":1,"droppedClips":[]}""";

    public const string Checkpoint =
        """{"type":"checkpoint","step":2,"path":"'$out'/checkpoints/2","sha256":"aa","best":true,"bytes":10}""";

    public const string Completed =
        """{"type":"completed","steps":4,"bestStep":2,"checkpointPath":"'$out'/final","sha256":"bb","adapterPath":null}""";

    public static string Step(int step, double loss) =>
        $$"""{"type":"step","step":{{step}},"lossText":1.0,"lossMel":{{loss}},"loss":{{loss}},"smoothedLoss":1.0,"learningRate":0.001,"gradNorm":1.0,"tokensPerSecond":50.0,"etaSeconds":2.0,"memoryMb":100.0}""";

    public static string Say(string line) => $"echo '{line}'";

    /// <summary>Writes the script; its path.</summary>
    public static string Write(TempFolder folder, params string[] lines)
    {
        var path = folder.File("worker.sh");
        System.IO.File.WriteAllLines(path, ["#!/bin/sh", "out=$(dirname \"$3\")", .. lines]);
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
