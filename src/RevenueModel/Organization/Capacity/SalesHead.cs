using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>A person who carries a quota: when the person starts, leaves and is absent.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record SalesHead
{
    /// <summary>Gets the name or the id.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the days of employment: from the first day to the day after the last one, or without an
    /// end.</summary>
    public required DateSpan Employed { get; init; }

    /// <summary>Gets the days of leave, zero or more spans that do not overlap. Default: none.</summary>
    public ValueList<DateSpan> Leave
    {
        get;
        init
        {
            for (int i = 0; i < value.Count; i++)
            {
                for (int earlier = 0; earlier < i; earlier++)
                {
                    if (value[i].Overlaps(value[earlier]))
                    {
                        throw DomainGuards.OutOfRange(
                            nameof(Leave), value[i], Invariant($"days that do not overlap {value[earlier]}"));
                    }
                }
            }

            field = value;
        }
    }

    /// <summary>Returns the number of days of a span on which the person works.</summary>
    internal int DaysIn(DateSpan span)
    {
        if (Employed.Intersect(span) is not { } employed)
        {
            return 0;
        }

        int days = employed.Days!.Value;
        foreach (DateSpan leave in Leave)
        {
            days -= leave.Intersect(employed)?.Days ?? 0;
        }

        return days;
    }

    /// <summary>Returns the name and the days.</summary>
    public override string ToString() => Invariant($"{Name}, employed {Employed}")
        + (Leave.IsEmpty ? "" : ", on leave " + string.Join(" and ", Leave));
}
