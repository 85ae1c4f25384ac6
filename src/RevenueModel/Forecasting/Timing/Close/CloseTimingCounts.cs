using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The deals behind a <see cref="CloseTiming"/>: those that it counts by outcome, and those that it excludes
/// by reason.</summary>
/// <param name="Won">The number of deals won by the day of the estimate.</param>
/// <param name="Lost">The number of deals lost by the day of the estimate.</param>
/// <param name="Open">The number of deals open on the day of the estimate, also if they closed later.</param>
/// <param name="WithoutCreated">The number of deals without a creation date; excluded.</param>
/// <param name="CreatedLater">The number of deals created after the day of the estimate; excluded.</param>
/// <param name="ClosedWithoutDate">The number of won and lost deals with a creation date and without a close date;
/// excluded.</param>
/// <param name="ClosedEarlier">The number of deals that closed before the first observed day; excluded.</param>
/// <remarks>Immutable; equal by value. The default value has no deals.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct CloseTimingCounts(
    int Won, int Lost, int Open, int WithoutCreated, int CreatedLater, int ClosedWithoutDate, int ClosedEarlier)
{
    /// <summary>Gets the number of deals that count: won, lost and open.</summary>
    public int Counted => Won + Lost + Open;

    /// <summary>Gets the number of deals won or lost.</summary>
    public int Closed => Won + Lost;

    /// <summary>Gets the number of deals that are excluded.</summary>
    public int Excluded => WithoutCreated + CreatedLater + ClosedWithoutDate + ClosedEarlier;

    /// <summary>Returns the counts by outcome, and the number of excluded deals.</summary>
    public override string ToString() =>
        Invariant($"{Won:#,0} won, {Lost:#,0} lost, {Open:#,0} open, {Excluded:#,0} excluded");
}
