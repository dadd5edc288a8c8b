using System.Runtime.InteropServices;
using Agnt5.JavaScript.Bridge;

namespace Agnt5.JavaScript.Addon;

/// <summary>
/// Runs Program.cs, once in the process. The compiler of the addon exports its entry point, as it would for a main function in another language. It runs on a thread of its own, because it may go on
/// after <see cref="JavaScriptHost.Serve"/>, and because what it throws would end the process of the host.
/// </summary>
internal static unsafe partial class AddonProgram
{
    /// <summary>How long the host stands still for a program that has not served anything yet.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Lock Lock = new();
    private static readonly ManualResetEventSlim Ready = new();
    private static Thread? s_thread;
    private static bool s_isOutOfPatience;
    private static Exception? s_failure;

    /// <summary>Runs the program, unless it has run, until it serves something or comes to its end.</summary>
    /// <param name="file">The file of the addon.</param>
    /// <exception cref="InvalidOperationException">The program has thrown, serves nothing, or has not come so far.</exception>
    public static void Run(string file)
    {
        lock (Lock)
        {
            if (s_thread is null)
            {
                // On Linux the linker saw to it. Else Node.js would close the library with the worker thread that loaded it, while threads of .NET run in it.
                if (!OperatingSystem.IsLinux())
                    _ = NativeLibrary.Load(file);
                ServedProgram.Served += Ready.Set;
                AppDomain.CurrentDomain.UnhandledException += KeepAlive;
                s_thread = new Thread(RunMain) { IsBackground = true, Name = "Program.cs" };
                s_thread.Start();
            }
        }

        if (!Ready.Wait(s_isOutOfPatience ? TimeSpan.Zero : Patience))
        {
            s_isOutOfPatience = true;
            throw new InvalidOperationException(
                $"Program.cs has not reached JavaScriptHost.Serve in {Patience.TotalSeconds} seconds. Call it first: what the program waits for can come after it, or in the services.");
        }

        if (s_failure is { } failure)
            throw new InvalidOperationException($"Program.cs has thrown: {failure}", failure);
        _ = ServedProgram.Current;
    }

    private static void RunMain()
    {
        var name = stackalloc byte[] { (byte)'a', (byte)'g', (byte)'n', (byte)'t', (byte)'5', 0 };
        var arguments = stackalloc byte*[] { name, null };
        _ = Main(1, arguments);
        Ready.Set();
    }

    // No catch block reaches through the exported entry point. The thread that failed stays here, because the process would end behind this handler.
    private static void KeepAlive(object sender, UnhandledExceptionEventArgs failed)
    {
        if (Thread.CurrentThread != s_thread)
            return;
        s_failure = failed.ExceptionObject as Exception;
        // Behind Serve, nobody waits who could say it.
        if (Ready.IsSet)
            Console.Error.WriteLine($"agnt5: Program.cs has thrown behind JavaScriptHost.Serve, and runs no further: {s_failure}");
        Ready.Set();
        Thread.Sleep(Timeout.Infinite);
    }

    [LibraryImport("agnt5_self", EntryPoint = "__managed__Main")]
    private static partial int Main(int count, byte** arguments);
}
