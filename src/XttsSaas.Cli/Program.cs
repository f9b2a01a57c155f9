using System.CommandLine;
using XttsSaas.Cli.Demo;
using XttsSaas.Cli.Doctor;

var root = new RootCommand("XttsSaas from a shell. The launcher ./xtts adds setup, up and test.")
{
    DemoCommand.Create(),
    DoctorCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
