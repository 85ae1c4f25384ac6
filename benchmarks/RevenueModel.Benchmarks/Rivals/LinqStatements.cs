using System.Globalization;
using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Pipeline;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>A year of monthly statements of one plan as LINQ over records.</summary>
/// <remarks>
/// The rival knows what this plan needs and no more: one component, one gate for two buyers, vesting on anniversaries
/// and a recoverable draw. It states the totals and a line for each credit, if wanted with the library's words for it.
/// The library's lines also say when what they defer becomes payable, and its statements hold attainments, what is
/// withheld and the schedule of what is payable later.
/// </remarks>
public static class LinqStatements
{
    private const string Curve = "1x from 0% to 100%, 1.5x from 100%, capped at 250%";
    private const string Gate = "Two buyers (IT and OT both engaged)";

    /// <summary>The statements of the twelve months of a year.</summary>
    public static Statement[] Run(Plan plan, Ledger ledger, bool inWords)
    {
        ILookup<string, Engagement> events = ledger.Events.OrderBy(happened => happened.Date)
            .ToLookup(happened => happened.Deal, StringComparer.Ordinal);
        var counted = ledger.Credits.Select(credit => (Credit: credit, On: CountsOn(credit, events))).ToArray();
        Pay[] pays =
            [.. Pays(plan, counted.Where(pair => pair.On is not null).Select(pair => (pair.Credit, pair.On!.Value)))];
        ILookup<int, Pay> earned = pays.ToLookup(pay => Month(plan, pay.Date));
        ILookup<int, (Pay Of, Part Part)> vested =
            pays.SelectMany(pay => pay.Parts, (pay, part) => (pay, part))
                .ToLookup(pair => Month(plan, pair.part.Vests));

        decimal later = 0m;
        decimal balance = 0m;
        return Enumerable.Range(0, 12).Select(month =>
        {
            LocalDate end = plan.Start.PlusMonths(month + 1);
            IEnumerable<Line> lines = earned[month].Select(pay =>
            {
                decimal now = pay.Parts.Where(part => part.Vests < end).Sum(part => part.Amount);
                return new Line(
                    pay.Date, pay.Deal, pay.Amount, now, pay.Amount - now, inWords ? Words(plan, pay) : null);
            });
            IEnumerable<Line> released = vested[month]
                .Where(pair => Month(plan, pair.Of.Date) < month)
                .Select(pair =>
                    new Line(pair.Part.Vests, pair.Of.Deal, 0m, pair.Part.Amount, -pair.Part.Amount, Words: null));
            IEnumerable<Line> withheld = counted
                .Where(pair => Month(plan, pair.Credit.Date) == month && !(pair.On < end))
                .OrderBy(pair => pair.Credit.Date)
                .ThenBy(pair => pair.Credit.Deal, StringComparer.Ordinal)
                .Select(pair => new Line(
                    pair.Credit.Date, pair.Credit.Deal, 0m, 0m, 0m, inWords ? Words(pair.Credit) : null));
            Line[] all = [.. withheld, .. lines, .. released];

            decimal payable = all.Sum(line => line.PayableNow);
            decimal recovered = Math.Min(balance, Math.Max(0m, payable - plan.MonthlyDraw));
            decimal advanced = Math.Max(0m, plan.MonthlyDraw - payable);
            balance += advanced - recovered;
            later += all.Sum(line => line.Deferred);
            return new Statement(
                all, new Totals(all.Sum(line => line.Earned), payable + advanced - recovered, later, balance));
        }).ToArray();
    }

    /// <summary>The plan as the rival knows it.</summary>
    public static Plan PlanOf(CompPlan plan) => new(
        plan.Effective.Start,
        LinqCommission.PlanOf(plan),
        [.. plan.Vesting.Shares],
        plan.Rounding.Round(plan.Draw!.MonthlyAmount));

    /// <summary>The ledger as the rival knows it.</summary>
    public static Ledger LedgerOf(CompLedger ledger) => new(
        [.. ledger.Credits.Select(credit => new Credit(
            credit.Deal!, credit.Date, credit.Amount, credit.Share, credit.BuyerEngagement))],
        [.. ledger.Events.Select(happened => new Engagement(happened.Subject, happened.Date, happened.Engagement))]);

    /// <summary>The library's statement as the rival would state it, without the draw lines.</summary>
    public static Statement Of(CompStatement statement) => new(
        [.. statement.Lines
            .Where(line => line.Kind <= StatementLineKind.Released)
            .Select(line => new Line(
                line.Date, line.Deal!, line.Earned, line.PayableNow, line.Deferred, Words: null))],
        new Totals(statement.Earned, statement.PayableNow, statement.PayableLater, statement.DrawBalance));

    private static LocalDate? CountsOn(Credit credit, ILookup<string, Engagement> events)
    {
        if (credit.Buyers == BuyerEngagement.Both)
        {
            return credit.Date;
        }

        Engagement? last = events[credit.Deal].FirstOrDefault(
            happened => (happened.Buyers | credit.Buyers) == BuyerEngagement.Both);
        return last is null ? null : LocalDate.Max(last.Date, credit.Date);
    }

    private static IEnumerable<Pay> Pays(Plan plan, IEnumerable<(Credit Credit, LocalDate On)> counted)
    {
        decimal credited = 0m;
        decimal paid = 0m;
        decimal[] vestedSoFar = new decimal[plan.Vesting.Length];
        foreach ((Credit credit, LocalDate on) in counted
            .OrderBy(pair => pair.On)
            .ThenBy(pair => pair.Credit.Deal, StringComparer.Ordinal))
        {
            credited += credit.Amount * credit.Share;
            decimal earned = LinqCommission.Earned(plan.Commission, credited);
            decimal[] vested = LinqAllocation.ByLargestRemainder(earned, plan.Vesting);
            yield return new Pay(
                credit,
                on,
                earned - paid,
                credited,
                earned,
                [.. vested.Zip(vestedSoFar, (after, before) => after - before)
                    .Select((amount, i) => new Part(on.PlusYears(i), amount))
                    .Where(part => part.Amount != 0m)]);
            paid = earned;
            vestedSoFar = vested;
        }
    }

    private static string Words(Plan plan, Pay pay)
    {
        Credit credit = pay.Credit;
        decimal quota = plan.Commission.Quota;
        string share = credit.Share != 1m
            ? string.Create(CultureInfo.InvariantCulture, $" x {credit.Share * 100m:0.##}%")
            : "";
        string waited = pay.Date != credit.Date
            ? string.Create(CultureInfo.InvariantCulture, $" of {credit.Date:R}, until now held by {Gate}")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"new ARR {credit.Amount:#,0.##}{share}{waited}, from "
                + $"{(pay.CreditedAfter - (credit.Amount * credit.Share)) / quota * 100m:0.##}% to "
                + $"{pay.CreditedAfter / quota * 100m:0.##}% of {quota:#,0.##}; pay at that {pay.EarnedAfter:#,0.00}, "
                + $"before {pay.EarnedAfter - pay.Amount:#,0.00}; {plan.Commission.TargetPay:#,0.00} at target, "
                + $"{Curve}");
    }

    private static string Words(Credit credit) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"new ARR {credit.Amount * credit.Share:#,0.##} does not count: held by {Gate}");

    private static int Month(Plan plan, LocalDate date) =>
        ((date.Year - plan.Start.Year) * 12) + date.Month - plan.Start.Month;

    /// <summary>The facts of a plan that the rival needs.</summary>
    public sealed record Plan(LocalDate Start, LinqCommission.Plan Commission, decimal[] Vesting, decimal MonthlyDraw);

    /// <summary>The facts of a person that the rival needs.</summary>
    public sealed record Ledger(Credit[] Credits, Engagement[] Events);

    /// <summary>A credit.</summary>
    public sealed record Credit(string Deal, LocalDate Date, decimal Amount, decimal Share, BuyerEngagement Buyers);

    /// <summary>A buyer that was engaged later.</summary>
    public sealed record Engagement(string Deal, LocalDate Date, BuyerEngagement Buyers);

    /// <summary>A statement.</summary>
    public sealed record Statement(Line[] Lines, Totals Totals);

    /// <summary>A line of a statement.</summary>
    public sealed record Line(
        LocalDate Date, string Deal, decimal Earned, decimal PayableNow, decimal Deferred, string? Words);

    /// <summary>The totals of a statement.</summary>
    public sealed record Totals(decimal Earned, decimal PayableNow, decimal PayableLater, decimal DrawBalance);

    private sealed record Pay(
        Credit Credit,
        LocalDate Date,
        decimal Amount,
        decimal CreditedAfter,
        decimal EarnedAfter,
        Part[] Parts)
    {
        public string Deal => Credit.Deal;
    }

    private sealed record Part(LocalDate Vests, decimal Amount);
}
