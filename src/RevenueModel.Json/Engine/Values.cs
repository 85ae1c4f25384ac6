namespace RevenueModel.Json;

/// <summary>The values that were read of the members of a record.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class Values<T>(int count)
{
    private readonly object?[] _values = new object?[count];
    private readonly long[] _places = new long[count];
    private readonly bool[] _isGiven = new bool[count];

    /// <summary>Returns whether the text has the member.</summary>
    public bool Has(Member<T> member) => _isGiven[member.Index];

    /// <summary>Returns the value of a member, or what its absence means.</summary>
    public TValue Get<TValue>(Member<T, TValue> member) =>
        Has(member) ? (TValue)_values[member.Index]! : member.Fallback;

    /// <summary>Refuses members that another member excludes.</summary>
    /// <param name="reason">When the members are not allowed, such as <c>beside a rate</c>.</param>
    /// <param name="members">The members.</param>
    public void Refuse(string reason, params ReadOnlySpan<Member<T>> members)
    {
        foreach (Member<T> member in members)
        {
            if (Has(member))
            {
                throw Excluded(reason, member);
            }
        }
    }

    /// <summary>Requires members that another member makes necessary.</summary>
    /// <param name="reason">When the members are necessary.</param>
    /// <param name="members">The members.</param>
    public void Require(string reason, params ReadOnlySpan<Member<T>> members)
    {
        foreach (Member<T> member in members)
        {
            if (!Has(member))
            {
                throw Missing(reason, member);
            }
        }
    }

    /// <summary>Returns the error for a member that another member excludes.</summary>
    public ShapeException Excluded(string reason, Member<T> member) =>
        Refused($"is not allowed {reason}", member);

    /// <summary>Returns the error for the value of a member.</summary>
    public ShapeException Refused(string problem, Member<T> member) =>
        new ShapeException(problem, PlaceOf(member)).Within(member.Name);

    /// <summary>Returns the error for the first member that is absent or null.</summary>
    public ShapeException Missing(string reason, params ReadOnlySpan<Member<T>> members)
    {
        Member<T> absent = members[0];
        foreach (Member<T> member in members)
        {
            if (!Has(member) || _values[member.Index] is null)
            {
                absent = member;
                break;
            }
        }

        return new ShapeException($"has no member \"{absent.Name}\", which is required {reason}", Start);
    }

    /// <summary>Gets the place where the record starts.</summary>
    public required long Start { get; init; }

    internal long PlaceOf(Member<T> member) => Has(member) ? _places[member.Index] : Start;

    internal void Set(Member<T> member, object? value, long place)
    {
        _values[member.Index] = value;
        _places[member.Index] = place;
        _isGiven[member.Index] = true;
    }
}
