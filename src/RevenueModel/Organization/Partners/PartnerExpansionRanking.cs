using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The expansion of accounts by the kinds of partners that serve them, and their ranking. Created by
/// <see cref="PartnerExpansionCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PartnerExpansionRanking
{
    /// <summary>Gets the expansion of each coverage: none, some, all.</summary>
    public required ValueList<PartnerExpansion> Coverages { get; init; }

    /// <summary>Gets the number of accounts without ARR at the start, zero or more. They are excluded.</summary>
    public int NewAccountCount { get; init => field = Guard.Against.BelowZero(value, nameof(NewAccountCount)); }

    /// <summary>Gets the coverages with an NRR from the highest to the lowest; of equal ones, more partners
    /// first.</summary>
    public ValueList<PartnerExpansion> Ranked => Coverages
        .Where(static one => one.Nrr is not null)
        .OrderByDescending(static one => one.Nrr!.Value)
        .ThenByDescending(static one => one.Coverage)
        .ToValueList();

    /// <summary>Gets whether NRR rises with each further kind of partners, as published, or <see langword="null"/>
    /// with accounts of fewer than two coverages.</summary>
    public bool? RisesWithPartners
    {
        get
        {
            ValueList<PartnerExpansion> ranked = Ranked;
            for (int i = 1; i < ranked.Count; i++)
            {
                if (ranked[i - 1].Coverage <= ranked[i].Coverage || ranked[i - 1].Nrr!.Value == ranked[i].Nrr!.Value)
                {
                    return false;
                }
            }

            return ranked.Count < 2 ? null : true;
        }
    }

    /// <summary>Returns the coverages from the highest NRR to the lowest.</summary>
    public override string ToString() => string.Join("; ", Ranked);
}
