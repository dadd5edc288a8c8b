namespace Agnt5.Shipping.Tests;

/// <summary>One build of this repository's libraries at a time, in all test processes: two would write the same files.</summary>
internal static class BuildLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Waits until no other build runs.</summary>
    /// <returns>What lets the next one begin when it is disposed, or when the process ends.</returns>
    public static async Task<IDisposable> TakeAsync()
    {
        var folder = Directory.CreateDirectory(Repository.PathOf("tests", "Agnt5.Shipping.Tests", "obj")).FullName;
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(folder, "build.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(Pause);
            }
        }
    }
}
