namespace Agnt5.Cli;

internal static class Program
{
    private static Task<int> Main(string[] args) => CommandLineProgram.RunAsync(args, Console.Out, Console.Error);
}
