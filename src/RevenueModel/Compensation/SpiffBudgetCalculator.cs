using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Shares the team budgets of SPIFFs among the ledgers of a team.</summary>
/// <remarks>The budget is used in the order of the days on which credits count, and on the same day in the order of
/// the names of the people. The total pay is at most the budget.</remarks>
public static class SpiffBudgetCalculator
{
    /// <summary>Returns the ledgers of a team, each with the use of its team budgets by the others.</summary>
    /// <param name="team">The ledgers of all people who share the budgets; each person once. The SPIFF has the same
    /// id, rate, amount and budget in all plans.</param>
    /// <returns>The ledgers in the same order. Their statements apply the shared budget.</returns>
    /// <exception cref="ArgumentException">A ledger is null, or two ledgers have the same person.</exception>
    /// <example><code>
    /// var spiff = new Spiff
    /// {
    ///     Name = "New module", Measure = CompMeasure.NewArr, Window = DateSpan.Year(2027),
    ///     Rate = 10.Percent, Budget = 5_000m, IsTeamBudget = true,
    /// };
    /// var plan = new CompPlan { Role = "Account Executive", Spiffs = [spiff] };
    /// CompLedger ada = CompLedger.Of("Ada", plan, CompCredit.Of("D-1", new LocalDate(2027, 1, 15), 40_000m));
    /// CompLedger grace = CompLedger.Of("Grace", plan, CompCredit.Of("D-2", new LocalDate(2027, 1, 20), 40_000m));
    /// ValueList&lt;CompLedger&gt; shared = SpiffBudgetCalculator.ShareBudgets([ada, grace]);
    /// CompStatement january = StatementCalculator.Next(shared[1], DateSpan.Of(new YearMonth(2027, 1)));
    /// Console.WriteLine($"{january.Earned:#,0} of 4,000"); // 1,000 of 4,000
    /// </code></example>
    public static ValueList<CompLedger> ShareBudgets(params ReadOnlySpan<CompLedger> team)
    {
        var used = new List<TeamSpiffCredit>[team.Length];
        for (int i = 0; i < team.Length; i++)
        {
            CompLedger ledger = Guard.Against.Null(team[i], nameof(team));
            for (int earlier = 0; earlier < i; earlier++)
            {
                if (string.Equals(team[earlier].Person, ledger.Person, StringComparison.Ordinal))
                {
                    throw new ArgumentException(
                        $"team had two ledgers of {ledger.Person}; one for each person is expected.", nameof(team));
                }
            }

            RequireOneBudget(team[..i], ledger, nameof(team));
            used[i] = Earnings.SpiffsOf(ledger);
        }

        var shared = new CompLedger[team.Length];
        for (int i = 0; i < team.Length; i++)
        {
            shared[i] = team[i].WithTeam(
                used.Where((_, other) => other != i).SelectMany(static one => one)
                .OrderBy(static one => one.Date)
                .ThenBy(static one => one.Person, StringComparer.Ordinal)
                .ToValueList());
        }

        return ValueList.Own(shared);
    }

    /// <inheritdoc cref="ShareBudgets(ReadOnlySpan{CompLedger})"/>
    public static ValueList<CompLedger> ShareBudgets(IEnumerable<CompLedger> team) => ShareBudgets(team.AsItems());

    private static void RequireOneBudget(ReadOnlySpan<CompLedger> earlier, CompLedger ledger, string name)
    {
        foreach (CompLedger other in earlier)
        {
            foreach (Spiff own in TeamSpiffs(ledger))
            {
                foreach (Spiff spiff in TeamSpiffs(other))
                {
                    if (string.Equals(spiff.Id, own.Id, StringComparison.Ordinal) && spiff.Budget != own.Budget)
                    {
                        throw new ArgumentException(
                            Invariant($"Budget of SPIFF \"{own.Id}\" was {own.Budget} for {ledger.Person} and ")
                                + Invariant($"{spiff.Budget} for {other.Person}; one budget is expected."),
                            name);
                    }
                }
            }
        }
    }

    private static IEnumerable<Spiff> TeamSpiffs(CompLedger ledger) => ledger.Assignments
        .SelectMany(static item => item.Plan.RequireValid("team").Spiffs)
        .Where(static spiff => spiff.IsTeamBudget);
}
