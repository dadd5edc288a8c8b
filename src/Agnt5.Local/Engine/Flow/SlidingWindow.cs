namespace Agnt5.Local.Engine.Flow;

/// <summary>
/// The past starts of a throttle or a rate limit. The window slides exactly: of any time as long as the window, its beginning included and its end not, at most as many starts as the limit allows fall
/// into it.
/// </summary>
internal static class SlidingWindow
{
    /// <summary>Forgets the starts that have left the window. What a clock left in the future, when it jumped back, counts from now on.</summary>
    public static void Slide(KeyChange key)
    {
        var first = key.Entries.Passed;
        while (first > 0 && key.Entries.PassedAt(first - 1).AtMs > key.NowMs)
            first--;
        // Each replaced start goes to the end, so the next one stands in the same place.
        for (var ahead = key.Entries.Passed - first; ahead > 0; ahead--)
            key.Replace(key.Entries.PassedAt(first), FlowEntryKind.Passed);

        while (key.Entries.Passed > 0 && key.Entries.PassedAt(0) is var oldest && key.WindowAfter(oldest.AtMs) <= key.NowMs)
            key.Remove(oldest);
    }

    public static bool HasRoom(KeyChange key) => key.Entries.Passed < key.Limit;

    /// <summary>When the window has room again, Unix ms. It has none now.</summary>
    public static long RoomAtMs(KeyChange key) => key.WindowAfter(key.Entries.PassedAt(key.Entries.Passed - key.Limit).AtMs);

    /// <summary>When all starts are to be forgotten, Unix ms, or <see langword="null"/> when there are none.</summary>
    public static long? ForgetAtMs(KeyChange key) => key.Entries.Passed == 0 ? null : key.WindowAfter(key.Entries.PassedAt(key.Entries.Passed - 1).AtMs);
}
