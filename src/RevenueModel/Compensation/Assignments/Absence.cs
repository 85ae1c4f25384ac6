using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>An absence of a person, such as parental leave, and its effect on quota and draw.</summary>
/// <remarks>Immutable; equal by value. Credits dated within an absence count like other credits.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Absence
{
    private Absence(DateSpan days, AbsenceQuota quota, bool pausesDraw)
    {
        Days = days;
        Quota = quota;
        PausesDraw = pausesDraw;
    }

    /// <summary>Gets the days.</summary>
    public DateSpan Days { get; }

    /// <summary>Gets the effect of the absence on quotas.</summary>
    public AbsenceQuota Quota { get; }

    /// <summary>Gets whether the draw pauses during the absence.</summary>
    public bool PausesDraw { get; }

    /// <summary>Creates an absence.</summary>
    /// <param name="days">The days of the absence; the end is the first day back.</param>
    /// <param name="quota">The effect on quotas. Default: the quota is reduced by the days, and pay at quota is
    /// kept.</param>
    /// <param name="pausesDraw">Whether the draw pauses during the absence. Default: false.</param>
    /// <returns>The absence.</returns>
    /// <exception cref="ArgumentException">The span has no end, or the effect is not defined.</exception>
    public static Absence Of(DateSpan days, AbsenceQuota quota = AbsenceQuota.Reduced, bool pausesDraw = false) =>
        days.End is not null
            ? new Absence(days, Guard.Against.Undefined(quota), pausesDraw)
            : throw DomainGuards.OutOfRange(nameof(days), days, "a span that ends");

    /// <summary>Returns a readable description.</summary>
    public override string ToString()
    {
        string quota = Quota switch
        {
            AbsenceQuota.Kept => "quota kept",
            AbsenceQuota.ReducedWithPay => "quota and pay at quota reduced",
            _ => "quota reduced",
        };
        return $"absent {Days}, {quota}{(PausesDraw ? ", no draw" : "")}";
    }
}

/// <summary>The effect of an <see cref="Absence"/> on the quotas of its measurement periods.</summary>
/// <remarks>Absences have no effect on levels, such as retention rates.</remarks>
public enum AbsenceQuota
{
    /// <summary>The quota is reduced by the days, and the pay at quota is kept, so the person can earn full target
    /// pay. The default; common for protected leave.</summary>
    Reduced = 0,

    /// <summary>The quota is kept.</summary>
    Kept = 1,

    /// <summary>Quota and pay at quota are reduced by the days, so the rate does not change. Common for unpaid
    /// leave.</summary>
    ReducedWithPay = 2,
}
