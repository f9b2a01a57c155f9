namespace XttsSaas.Cli.Demo;

/// <summary>The demo cannot go on; the message tells the person why.</summary>
internal sealed class DemoException(string message) : Exception(message);
