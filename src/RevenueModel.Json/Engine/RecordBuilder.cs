using RevenueModel.Primitives;

namespace RevenueModel.Json;

/// <summary>Collects the members of a record in the order in which they are written.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class RecordBuilder<T>(ShapeTable table)
{
    private readonly List<Member<T>> _members = [];

    /// <summary>Gets the members so far.</summary>
    public IReadOnlyList<Member<T>> Members => _members;

    /// <summary>Adds a member that every text has.</summary>
    /// <param name="name">The name in JSON.</param>
    /// <param name="get">Returns the value of a record.</param>
    /// <param name="shape">The form of the value. Default: the one of its type.</param>
    public Member<T, TValue> Required<TValue>(string name, Func<T, TValue> get, Shape<TValue>? shape = null) =>
        Add(name, isRequired: true, get, shape, default!, isWritten: null);

    /// <summary>Adds a member that a text may leave out.</summary>
    /// <param name="name">The name in JSON.</param>
    /// <param name="get">Returns the value of a record.</param>
    /// <param name="shape">The form of the value. Default: the one of its type.</param>
    /// <param name="fallback">The value that an absent member means. Default: the default of the type.</param>
    /// <param name="isWritten">Whether a record needs the member. Default: if its value differs from
    /// <paramref name="fallback"/>.</param>
    public Member<T, TValue> Optional<TValue>(
        string name,
        Func<T, TValue> get,
        Shape<TValue>? shape = null,
        TValue fallback = default!,
        Func<T, bool>? isWritten = null) => Add(name, isRequired: false, get, shape, fallback, isWritten);

    /// <summary>Adds the member that tells the forms of an abstract record apart.</summary>
    public void Kind(string kind) => _members.Add(new KindMember<T>(kind, _members.Count));

    /// <summary>Returns the form of lists of a record, with at least one in the schema.</summary>
    public Shape<ValueList<TItem>> AtLeastOne<TItem>() => new ListShape<TItem>(new TableShape<TItem>(table), least: 1);

    private Member<T, TValue> Add<TValue>(
        string name,
        bool isRequired,
        Func<T, TValue> get,
        Shape<TValue>? shape,
        TValue fallback,
        Func<T, bool>? isWritten)
    {
        var member = new Member<T, TValue>(
            name, _members.Count, isRequired, get, () => shape ?? table.Find<TValue>(), fallback, isWritten);
        _members.Add(member);
        return member;
    }
}
