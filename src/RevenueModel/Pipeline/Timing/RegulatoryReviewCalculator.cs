using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>Reviews the regulatory pipeline by quarter: which accounts are due, what is open with them, and which
/// controls are missing.</summary>
/// <remarks><see cref="RegulatoryDeadlineCalculator"/> measures the share of the whole pipeline by the deadlines that
/// the deals carry; the review starts from the accounts.</remarks>
public static class RegulatoryReviewCalculator
{
    /// <summary>Reviews accounts by the quarter of their deadline.</summary>
    /// <param name="accounts">The accounts, each with one line for a regulation.</param>
    /// <param name="opportunities">The deals. Those that are open on the day of the review count for the account and
    /// the regulation that they name, ignoring case.</param>
    /// <param name="asOf">The day of the review. A deal created later is excluded, one closed later is open. A deal
    /// without a creation date counts as created, since its amount is open whenever it was created.</param>
    /// <param name="calendar">The fiscal calendar of the quarters. Default: the calendar year.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentException">An account occurs twice with one regulation, a record is null, or the open
    /// amount exceeds the range of a decimal; the message names the deal or the account.</exception>
    /// <example><code>
    /// RegulatoryAccount[] accounts = [RegulatoryAccount.Of("Acme", "NIS2", 40, 31, new LocalDate(2027, 10, 17))];
    /// Opportunity[] deals = [new()
    /// {
    ///     Id = "1", Stage = "Proposal", Account = "Acme", Amount = 300_000m, Timeline = DealTimeline.Open(),
    ///     RegulatoryTrigger = new() { Name = "NIS2" },
    /// }];
    /// RegulatoryReview review = RegulatoryReviewCalculator.Review(accounts, deals, asOf: new(2027, 7, 1));
    /// Console.WriteLine(review.Quarters[0]); // 2027-Q4: 1 account due, 300,000 open, 9 controls missing, 0 overdue
    /// </code></example>
    public static RegulatoryReview Review(
        ReadOnlySpan<RegulatoryAccount> accounts,
        ReadOnlySpan<Opportunity> opportunities,
        LocalDate asOf,
        FiscalCalendar calendar = default)
    {
        var lines = new Dictionary<(string Account, string Regulation), int>(accounts.Length, NameLookup.Pairs);
        for (int i = 0; i < accounts.Length; i++)
        {
            RegulatoryAccount account = Guard.Against.Null(accounts[i], nameof(accounts));
            if (!lines.TryAdd((account.Account, account.Regulation), i))
            {
                throw new ArgumentException(
                    Invariant($"accounts had \"{account.Account}\" twice with {account.Regulation}; ")
                        + "each account once for a regulation is expected.",
                    nameof(accounts));
            }
        }

        var counts = new int[accounts.Length + 1];
        var amounts = new decimal[accounts.Length + 1];
        for (int i = 0; i < opportunities.Length; i++)
        {
            Opportunity opportunity = OpportunityGuards.Item(opportunities, i);
            if (opportunity.RegulatoryTrigger is { } trigger && OpportunityStates.IsOpenOn(opportunity, asOf))
            {
                int line = opportunity.Account is { } account
                    ? lines.GetValueOrDefault((account, trigger.Name), accounts.Length)
                    : accounts.Length;
                counts[line]++;
                amounts[line] = Added(amounts[line], opportunity);
            }
        }

        return new RegulatoryReview
        {
            AsOf = asOf,
            Quarters = Quarters(accounts, counts, amounts, asOf, calendar),
            UnmappedDealCount = counts[^1],
            UnmappedAmount = amounts[^1],
        };
    }

    /// <inheritdoc cref="Review(ReadOnlySpan{RegulatoryAccount}, ReadOnlySpan{Opportunity}, LocalDate,
    /// FiscalCalendar)"/>
    public static RegulatoryReview Review(
        IEnumerable<RegulatoryAccount> accounts,
        IEnumerable<Opportunity> opportunities,
        LocalDate asOf,
        FiscalCalendar calendar = default) =>
        Review(accounts.AsItems(), opportunities.AsItems(), asOf, calendar);

    private static decimal Added(decimal prior, Opportunity opportunity)
    {
        try
        {
            return prior + (opportunity.Amount ?? 0m);
        }
        catch (OverflowException overflow)
        {
            throw OpportunityGuards.Overflow(opportunity, overflow);
        }
    }

    private static ValueList<RegulatoryReviewQuarter> Quarters(
        ReadOnlySpan<RegulatoryAccount> accounts,
        ReadOnlySpan<int> counts,
        ReadOnlySpan<decimal> amounts,
        LocalDate asOf,
        FiscalCalendar calendar)
    {
        var groups = new KeyedGroups<YearQuarter?, List<RegulatoryAccountReview>>();
        for (int i = 0; i < accounts.Length; i++)
        {
            LocalDate? deadline = accounts[i].Deadline;
            YearQuarter? quarter = deadline is { } due ? calendar.QuarterOf(due) : null;
            (groups[quarter] ??= []).Add(new RegulatoryAccountReview(
                accounts[i],
                counts[i],
                amounts[i],
                deadline is { } day ? Period.DaysBetween(asOf, day) : null));
        }

        return groups.InOrder(static group => group)
            .Select(static line => new RegulatoryReviewQuarter
            {
                Quarter = line.Key,
                Accounts = line.Value
                    .OrderBy(static one => one.Account.Deadline)
                    .ThenBy(static one => one.Account.Account, StringComparer.Ordinal)
                    .ThenBy(static one => one.Account.Regulation, StringComparer.Ordinal)
                    .ToValueList(),
                Exposure = SumOf(line.Value),
            })
            .ToValueList();
    }

    private static decimal SumOf(List<RegulatoryAccountReview> lines)
    {
        decimal sum = 0m;
        foreach (RegulatoryAccountReview line in lines)
        {
            try
            {
                sum += line.Exposure;
            }
            catch (OverflowException overflow)
            {
                throw DomainGuards.Overflow(
                    Invariant($"The open amount of account {line.Account.Account}, or the sum up to it,"),
                    "opportunities",
                    overflow);
            }
        }

        return sum;
    }
}
