namespace Agnt5.Local.Payloads;

/// <summary>
/// The uploads that slices on their way may make. An upload that comes when its slice is over, because the answer was late or lost, is refused: nobody would ever ask for it.
/// </summary>
internal sealed class OpenUploads(IPayloadStore store)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public void Open(string name)
    {
        lock (_lock)
            _open.Add(name);
    }

    public bool IsOpen(string name)
    {
        lock (_lock)
            return _open.Contains(name);
    }

    /// <summary>Saves what was uploaded.</summary>
    public UploadEnd Save(string name, SavedPayload payload)
    {
        lock (_lock)
        {
            if (!_open.Contains(name))
                return UploadEnd.TooLate;
            return store.TrySave(name, payload) ? UploadEnd.Saved : UploadEnd.Doubled;
        }
    }

    /// <summary>Ends an upload: its slice is over.</summary>
    /// <param name="name">The payload's name.</param>
    /// <param name="keeps">Whether the slice's answer named it. Else it is removed.</param>
    public void Close(string name, bool keeps)
    {
        lock (_lock)
        {
            _open.Remove(name);
            if (!keeps)
                store.Remove(name);
        }
    }
}

/// <summary>What became of an upload.</summary>
internal enum UploadEnd
{
    Saved,

    /// <summary>There is one of this name.</summary>
    Doubled,

    /// <summary>Its slice is over.</summary>
    TooLate,
}
