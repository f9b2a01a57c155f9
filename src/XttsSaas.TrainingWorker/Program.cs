using XttsSaas.TrainingWorker;

// Standard output belongs to the protocol; whatever else writes to the console goes to standard error.
using var protocol = new StreamWriter(Console.OpenStandardOutput());
Console.SetOut(Console.Error);
return await new WorkerProcess(protocol, Console.Error, TimeProvider.System).RunAsync(args);
