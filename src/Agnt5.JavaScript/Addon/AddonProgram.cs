using System.Runtime.InteropServices;
using Agnt5.JavaScript.Bridge;

namespace Agnt5.JavaScript.Addon;

/// <summary>Runs Program.cs, once in the process. The compiler of the addon exports its entry point, as it would for a native main function of another language.</summary>
internal static unsafe partial class AddonProgram
{
    private static readonly Lock Lock = new();
    private static bool s_hasRun;

    /// <summary>Runs the program, unless it has run, until it serves something or comes to its end.</summary>
    /// <exception cref="InvalidOperationException">The program has failed.</exception>
    public static void Run()
    {
        lock (Lock)
        {
            if (!s_hasRun)
            {
                s_hasRun = true;
                RunMain();
            }
        }

        _ = ServedProgram.Current;
    }

    private static void RunMain()
    {
        var name = stackalloc byte[] { (byte)'a', (byte)'g', (byte)'n', (byte)'t', (byte)'5', 0 };
        var arguments = stackalloc byte*[] { name, null };
        _ = Main(1, arguments);
    }

    [LibraryImport("agnt5_self", EntryPoint = "__managed__Main")]
    private static partial int Main(int count, byte** arguments);
}
