using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>From a ledger to statements that can be paid.</summary>
/// <remarks>
/// <para>
/// The order of evaluation is: credits, splits, gates, attainment, payout curve, weights, caps, triggers and SPIFFs,
/// vesting, residuals, clawbacks, draw, rounding. Pay is a difference of rounded running totals, so that neither the
/// order of credits nor the way they are split changes a total, and the months of a year sum to the year.
/// </para>
/// <para>
/// A statement is a function of the ledger and of the statements issued before. Those stand: where the ledger has come to
/// say otherwise, the next one adjusts. What is payable on a day counts as paid on it.
/// </para>
/// </remarks>
public static class StatementCalculator
{
    /// <summary>Computes the statement that follows those issued.</summary>
    /// <param name="ledger">The plans, credits and events as they are known now; those dated after the period do not
    /// matter, except that the day of leaving bears on the targets of its measurement period.</param>
    /// <param name="period">The whole months to state. It starts where the last issued statement ends, or before anything
    /// is earned if none is issued.</param>
    /// <param name="issued">All statements issued so far, in order.</param>
    /// <returns>The statement of the period, with adjustment lines where the ledger has come to say
    /// otherwise.</returns>
    /// <exception cref="ArgumentException">A plan is not valid, the period is not whole months or does not follow the
    /// last statement, the issued statements are another person's, do not add up or do not follow each other, the
    /// ledger earned before the first, or an amount exceeds the range of a decimal.</exception>
    public static CompStatement Next(
        CompLedger ledger,
        DateSpan period,
        params ReadOnlySpan<CompStatement> issued)
    {
        RequireValid(ledger);
        ProrationCalculator.MonthsIn(period);
        RequireFollows(ledger, period, issued);
        try
        {
            var earnings = new Earnings(ledger);
            List<StatementLine> adjustments = [];
            if (issued.IsEmpty)
            {
                RequireNothingEarnedBefore(ledger, earnings, period, nameof(period));
            }
            else
            {
                adjustments.AddRange(StatedTotals.Adjust(
                    StatedTotals.Due(ledger, earnings, period.Start), StatedTotals.Stated(issued), period.Start));
                adjustments.AddRange(RampGuarantees.Adjust(ledger, earnings, issued));
            }

            return StatementBuilder.Build(ledger, earnings, period, issued.IsEmpty ? null : issued[^1], adjustments);
        }
        catch (OverflowException overflow)
        {
            throw TooLarge(ledger, period, overflow);
        }
    }

    /// <inheritdoc cref="Next(CompLedger, DateSpan, ReadOnlySpan{CompStatement})"/>
    public static CompStatement Next(CompLedger ledger, DateSpan period, IEnumerable<CompStatement> issued) =>
        Next(ledger, period, issued.AsItems());

    /// <summary>Computes the statements of a span, one after the other, as they would have been issued by what is
    /// known now.</summary>
    /// <param name="ledger">The plans, credits and events.</param>
    /// <param name="period">The whole months to state, from before anything is earned.</param>
    /// <param name="monthsPerStatement">The months that each statement is for, a divisor of the months of the period.
    /// Default: one.</param>
    /// <returns>The statements in order.</returns>
    /// <exception cref="ArgumentException">A plan is not valid, the period is not whole months, the months per
    /// statement do not divide it, the ledger earned before it, or an amount exceeds the range of a
    /// decimal.</exception>
    public static ValueList<CompStatement> Run(CompLedger ledger, DateSpan period, int monthsPerStatement = 1)
    {
        RequireValid(ledger);
        int months = ProrationCalculator.MonthsIn(period);
        if (monthsPerStatement < 1 || months % monthsPerStatement != 0)
        {
            throw DomainGuards.OutOfRange(
                nameof(monthsPerStatement), monthsPerStatement, Invariant($"a divisor of the {Plural.Of(months, "month")} of the period"));
        }

        try
        {
            var earnings = new Earnings(ledger);
            RequireNothingEarnedBefore(ledger, earnings, period, nameof(period));
            var statements = new CompStatement[months / monthsPerStatement];
            for (int i = 0; i < statements.Length; i++)
            {
                DateSpan part = ProrationCalculator.PeriodOf(period, i, monthsPerStatement);
                statements[i] = StatementBuilder.Build(ledger, earnings, part, i == 0 ? null : statements[i - 1], []);
            }

            return ValueList.Own(statements);
        }
        catch (OverflowException overflow)
        {
            throw TooLarge(ledger, period, overflow);
        }
    }

    private static void RequireValid(CompLedger ledger)
    {
        foreach (CompAssignment assignment in Guard.Against.Null(ledger).Assignments)
        {
            assignment.Plan.RequireValid(nameof(ledger));
        }
    }

    private static ArgumentException TooLarge(CompLedger ledger, DateSpan period, OverflowException overflow) =>
        DomainGuards.Overflow(Invariant($"The pay of {ledger.Person} in {period}"), nameof(ledger), overflow);

    private static void RequireFollows(CompLedger ledger, DateSpan period, ReadOnlySpan<CompStatement> issued)
    {
        for (int i = 0; i < issued.Length; i++)
        {
            CompStatement statement = Guard.Against.Null(issued[i], nameof(issued));
            if (!string.Equals(statement.Person, ledger.Person, StringComparison.Ordinal))
            {
                throw new ArgumentException(
                    Invariant($"An issued statement is {statement.Person}'s, for {statement.Period}; statements of {ledger.Person} are expected."),
                    nameof(issued));
            }

            if (!statement.AddsUp)
            {
                throw new ArgumentException(
                    Invariant($"The issued statement of {ledger.Person} for {statement.Period} has lines that do not sum to its totals; one as it was issued is expected."),
                    nameof(issued));
            }

            bool isLast = i == issued.Length - 1;
            DateSpan next = isLast ? period : Guard.Against.Null(issued[i + 1], nameof(issued)).Period;
            if (next.Start != statement.Period.End)
            {
                throw new ArgumentException(
                    Invariant($"The statement of {ledger.Person} for {next} follows the one for {statement.Period}; one from {statement.Period.End:R} on is expected."),
                    isLast ? nameof(period) : nameof(issued));
            }
        }
    }

    private static void RequireNothingEarnedBefore(CompLedger ledger, Earnings earnings, DateSpan period, string name)
    {
        foreach (PayEntry entry in earnings.Entries)
        {
            if (entry.Date < period.Start)
            {
                throw new ArgumentException(
                    Invariant($"{ledger.Person} earned {entry.Item} on {entry.Date:R}, before the period from {period.Start:R}, and no statement was issued; the statements from then on are expected."),
                    name);
            }
        }
    }
}
