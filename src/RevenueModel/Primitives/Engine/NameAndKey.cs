namespace RevenueModel.Primitives;

/// <summary>The name of a record, and a key that is the name unless it is set.</summary>
/// <remarks>Equal when names and keys are equal, so that a record whose key is set to its name equals a record whose
/// key is not set. A record keeps both in one field, and its generated equality stays complete. The key that is set
/// is kept when the name changes.</remarks>
internal readonly struct NameAndKey : IEquatable<NameAndKey>
{
    private readonly string? _key;

    private NameAndKey(string name, string? key)
    {
        Name = name;
        _key = key;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the key. Default: the name.</summary>
    public string Key => _key ?? Name;

    /// <summary>Gets whether the key is set, even if it is the name.</summary>
    public bool HasKey => _key is not null;

    public NameAndKey WithName(string name) => new(name, _key);

    public NameAndKey WithKey(string key) => new(Name, key);

    public bool Equals(NameAndKey other) => Name == other.Name && Key == other.Key;

    public override bool Equals(object? obj) => obj is NameAndKey other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Name, Key);
}
