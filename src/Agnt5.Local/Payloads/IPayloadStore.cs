namespace Agnt5.Local.Payloads;

/// <summary>Where uploaded outputs lie. All members may be called from any thread.</summary>
internal interface IPayloadStore
{
    /// <summary>Saves a payload, unless there is one of this name.</summary>
    /// <returns>Whether it was saved.</returns>
    bool TrySave(string name, SavedPayload payload);

    /// <summary>Finds a payload, or <see langword="null"/>.</summary>
    SavedPayload? Find(string name);

    /// <summary>Removes a payload, if it is there.</summary>
    void Remove(string name);
}
