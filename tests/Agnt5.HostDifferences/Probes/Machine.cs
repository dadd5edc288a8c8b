using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Agnt5.HostDifferences.Probes;

/// <summary>The machine as a program sees it, without what differs between two machines of one kind.</summary>
internal static class Machine
{
    public static void Add(Report report)
    {
        report.Add("Environment.NewLine", () => Environment.NewLine);
        report.Add("Environment.Is64BitProcess", () => Environment.Is64BitProcess);
        report.Add("Environment.Is64BitOperatingSystem", () => Environment.Is64BitOperatingSystem);
        report.Add("Environment.OSVersion.Platform", () => Environment.OSVersion.Platform);
        report.Add("Environment.Version", () => Environment.Version.Major);
        report.Add("Environment.ProcessPath is known", () => Environment.ProcessPath is not null);
        report.Add("Environment.CurrentDirectory", () => Environment.CurrentDirectory == "/");
        report.Add("Environment.ExitCode", () => Environment.ExitCode);
        report.Add("OperatingSystem.IsLinux", () => OperatingSystem.IsLinux());
        report.Add("OperatingSystem.IsBrowser", () => OperatingSystem.IsBrowser());
        report.Add("RuntimeInformation.ProcessArchitecture", () => RuntimeInformation.ProcessArchitecture == Architecture.Wasm);
        report.Add("RuntimeInformation.RuntimeIdentifier", () => RuntimeInformation.RuntimeIdentifier == "browser-wasm");
        report.Add("RuntimeFeature.IsDynamicCodeSupported", () => RuntimeFeature.IsDynamicCodeSupported);
        report.Add("AppContext.BaseDirectory", () => AppContext.BaseDirectory == "/");
        report.Add("sizeof(nint)", () => IntPtr.Size);
        report.Add("BitConverter.IsLittleEndian", () => BitConverter.IsLittleEndian);
        report.Add("size of a padded struct", () => Unsafe.SizeOf<(byte, long, byte)>());
        report.Add("size of a decimal tuple", () => Unsafe.SizeOf<(byte, decimal)>());
        report.Add("size for interop", () => Marshal.SizeOf<Pair>());
        report.Add("Stopwatch.Frequency", () => Stopwatch.Frequency);
        report.Add("Stopwatch.IsHighResolution", () => Stopwatch.IsHighResolution);
        report.Add("clock of whole milliseconds", () => Enumerable.Range(0, 50).All(static _ => DateTime.UtcNow.Ticks % 10_000 == 0));
        report.Add("SynchronizationContext", () => SynchronizationContext.Current?.GetType().Name);
        report.Add("thread of the pool", () => Thread.CurrentThread.IsThreadPoolThread);
        report.Add("new thread", () =>
        {
            var thread = new Thread(static () => { });
            thread.Start();
            thread.Join();
            return "ran";
        });
        report.Add("waiting for a task", () => Task.Delay(1).Wait(1000));
        report.Add("GC.MaxGeneration", () => GC.MaxGeneration);
        report.Add("GCSettings.IsServerGC", () => System.Runtime.GCSettings.IsServerGC);
        report.Add("Parallel.For", () => Parallel.For(0, 10, static _ => { }).IsCompleted);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Pair
    {
        public nint Pointer;
        public long Number;
    }
}
