using System.Runtime.InteropServices;
using Agnt5.JavaScript.Bridge;

namespace Agnt5.JavaScript.Addon;

/// <summary>
/// Runs Program.cs, once in the process. The compiler of the addon exports its entry point, as it would for a main function in another language. It runs on a thread of its own, because it may go on
/// after <see cref="JavaScriptHost.Serve"/>, and because what it throws would end the process of the host.
/// </summary>
internal static unsafe partial class AddonProgram
{
    private static readonly Lock Lock = new();
    private static readonly ManualResetEventSlim Ready = new();
    private static Thread? s_thread;
    private static Exception? s_failure;

    /// <summary>Runs the program, unless it has run, until it serves something or comes to its end.</summary>
    /// <exception cref="InvalidOperationException">The program has thrown, or serves nothing.</exception>
    public static void Run()
    {
        lock (Lock)
        {
            if (s_thread is null)
            {
                ServedProgram.Served += Ready.Set;
                AppDomain.CurrentDomain.UnhandledException += KeepAlive;
                s_thread = new Thread(RunMain) { IsBackground = true, Name = "Program.cs" };
                s_thread.Start();
            }
        }

        Ready.Wait();
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
        if (Thread.CurrentThread != s_thread || Ready.IsSet)
            return;
        s_failure = failed.ExceptionObject as Exception;
        Ready.Set();
        Thread.Sleep(Timeout.Infinite);
    }

    [LibraryImport("agnt5_self", EntryPoint = "__managed__Main")]
    private static partial int Main(int count, byte** arguments);
}
