using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The projected ARR of an installed base in one month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Arr">The ARR of the accounts that are still there, with their expansion.</param>
/// <param name="SurvivingArr">The part of today's ARR whose accounts are still there, without expansion.</param>
/// <param name="Nrr">The net revenue retention of the twelve months up to the month as a ratio, or
/// <see langword="null"/> in the first twelve months or without ARR.</param>
/// <param name="Grr">The gross revenue retention of the twelve months up to the month as a ratio, or
/// <see langword="null"/> in the first twelve months or without ARR.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct ProjectedMonth(
    YearMonth Month, double Arr, double SurvivingArr, double? Nrr, double? Grr)
{
    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string nrr = Nrr is { } net ? Invariant($", NRR {net * 100:0.0}%") : "";
        string grr = Grr is { } gross ? Invariant($", GRR {gross * 100:0.0}%") : "";
        return Invariant($"{Month:uuuu-MM}: {Arr:#,0} ARR{nrr}{grr}");
    }
}
