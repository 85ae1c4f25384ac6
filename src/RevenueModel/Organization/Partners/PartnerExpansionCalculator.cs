using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Organization;

/// <summary>Measures the expansion of accounts by the kinds of partners that serve them.</summary>
/// <remarks>Published: accounts with both kinds of system integrators expand most, those with one moderately, and
/// direct ones least (Industrial IoT 2027, section 2.3).</remarks>
public static class PartnerExpansionCalculator
{
    /// <summary>Measures NRR, GRR and the added ARR of accounts with no, some and all kinds of partners.</summary>
    /// <param name="network">The partners by kind.</param>
    /// <param name="accounts">The accounts, each once. Those without ARR at the start are counted apart.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1. Default: 0.95.</param>
    /// <returns>The three coverages and their ranking.</returns>
    /// <exception cref="ArgumentException">An account is null or repeated, the confidence is outside its range, or the
    /// amounts exceed the range of a decimal.</exception>
    /// <remarks>NRR is <c>Σ closing / Σ opening</c> of the accounts with ARR at the start. A partner that no kind
    /// lists does not count.</remarks>
    /// <example><code>
    /// var network = PartnerNetwork.Of(new PartnerKind { Name = "SI", Partners = ["Deloitte"] });
    /// PartnerAccount[] accounts =
    /// [
    ///     new() { Account = "Acme", OpeningArr = 100m, ClosingArr = 130m, Partners = ["Deloitte"] },
    ///     new() { Account = "Beta", OpeningArr = 100m, ClosingArr = 101m },
    /// ];
    /// var ranking = PartnerExpansionCalculator.Measure(network, accounts);
    /// Console.WriteLine(ranking); // All: 1 account, NRR 1.3 of 1; None: 1 account, NRR 1.01 of 1
    /// </code></example>
    public static PartnerExpansionRanking Measure(
        PartnerNetwork network, ReadOnlySpan<PartnerAccount> accounts, double confidence = 0.95)
    {
        Guard.Against.Null(network);
        var groups = new List<PartnerAccount>[] { [], [], [] };
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        int withoutArr = 0;
        foreach (PartnerAccount account in accounts)
        {
            if (!names.Add(Guard.Against.Null(account, nameof(accounts)).Account))
            {
                throw new ArgumentException(
                    Invariant($"accounts had \"{account.Account}\" twice; each account once is expected."),
                    nameof(accounts));
            }

            if (account.OpeningArr == 0m)
            {
                withoutArr++;
                continue;
            }

            groups[(int)PartnerCalculator.CoverageOf(network, account.Partners.AsSpan())].Add(account);
        }

        return new PartnerExpansionRanking
        {
            Coverages = groups.Select((group, i) => Measure((PartnerCoverage)i, group, confidence)).ToValueList(),
            NewAccountCount = withoutArr,
        };
    }

    /// <inheritdoc cref="Measure(PartnerNetwork, ReadOnlySpan{PartnerAccount}, double)"/>
    public static PartnerExpansionRanking Measure(
        PartnerNetwork network, IEnumerable<PartnerAccount> accounts, double confidence = 0.95) =>
        Measure(network, accounts.AsItems(), confidence);

    private static PartnerExpansion Measure(PartnerCoverage coverage, List<PartnerAccount> accounts, double confidence)
    {
        decimal opening = 0m;
        decimal closing = 0m;
        decimal expansion = 0m;
        decimal lost = 0m;
        foreach (PartnerAccount account in accounts)
        {
            decimal change = account.ClosingArr - account.OpeningArr;
            opening = DomainGuards.Total(opening, account.OpeningArr, nameof(accounts));
            closing = DomainGuards.Total(closing, account.ClosingArr, nameof(accounts));
            expansion += Math.Max(change, 0m);
            lost += Math.Max(-change, 0m);
        }

        return new PartnerExpansion
        {
            Coverage = coverage,
            AccountCount = accounts.Count,
            OpeningArr = opening,
            ExpansionArr = expansion,
            LostArr = lost,
            Nrr = RatioSample
                .Of(accounts.Select(static one => one.ClosingArr), accounts.Select(static one => one.OpeningArr))
                .Estimate(confidence),
        };
    }
}
