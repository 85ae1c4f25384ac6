using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Billing;

[Properties(Arbitrary = [typeof(PrepaidArbitraries)], MaxTest = 500)]
public class PrepaidCalculatorProperties
{
    [Property]
    public bool WhatIsCoveredLeavesTheBalancesAndNothingElseDoes(PrepaidBook book, Cents amount)
    {
        BurnDown burn = PrepaidCalculator.BurnDown(book.Credits, Above(amount), book.Period);
        return SumOf(book.Credits) == burn.Covered + SumOf(burn.Credits)
            && burn.Covered + burn.Uncovered == Above(amount)
            && burn.Draws.Sum(draw => draw.Amount) == burn.Covered;
    }

    [Property]
    public bool NoBalanceFallsBelowZeroOrRises(PrepaidBook book, Cents amount)
    {
        BurnDown burn = PrepaidCalculator.BurnDown(book.Credits, Above(amount), book.Period);
        return burn.Credits.Zip(book.Credits).All(both =>
            both.First.Balance >= 0m && both.First.Balance <= both.Second.Balance
            && both.First == both.Second with { Balance = both.First.Balance });
    }

    [Property]
    public bool DrawsAreWhatEachCreditLost(PrepaidBook book, Cents amount)
    {
        BurnDown burn = PrepaidCalculator.BurnDown(book.Credits, Above(amount), book.Period);
        return burn.Draws.All(draw =>
                draw.Amount > 0m
                && draw.BalanceAfter == Find(burn.Credits, draw.Credit).Balance
                && draw.Amount == Find(book.Credits, draw.Credit).Balance - draw.BalanceAfter)
            && burn.Draws.Select(draw => draw.Credit).Distinct().Count() == burn.Draws.Count;
    }

    [Property]
    public bool AsMuchIsCoveredAsUsableCreditsHold(PrepaidBook book, Cents amount)
    {
        decimal usable = book.Credits.Where(credit => IsUsableIn(credit, book.Period)).Sum(credit => credit.Balance);
        return PrepaidCalculator.BurnDown(book.Credits, Above(amount), book.Period).Covered
            == Math.Min(usable, Above(amount));
    }

    [Property]
    public bool OnADayAsMuchIsCoveredAsTheBalanceOfTheDay(PrepaidBook book, Cents amount)
    {
        decimal usable = book.Credits
            .Where(credit => IsUsableIn(credit, DateSpan.Between(book.Day, book.Day.PlusDays(1))))
            .Sum(credit => credit.Balance);
        return PrepaidCalculator.Balance(book.Credits, book.Day) == usable
            && PrepaidCalculator.BurnDown(book.Credits, Above(amount), book.Day).Covered
                == Math.Min(usable, Above(amount));
    }

    [Property]
    public bool ACreditThatIsNotUsableStays(PrepaidBook book, Cents amount) => PrepaidCalculator
        .BurnDown(book.Credits, Above(amount), book.Period).Credits.Zip(book.Credits)
        .All(both => IsUsableIn(both.Second, book.Period) || both.First == both.Second);

    [Property]
    public bool NoCreditIsTouchedWhileOneBeforeItIsLeft(PrepaidBook book, Cents amount)
    {
        BurnDown burn = PrepaidCalculator.BurnDown(book.Credits, Above(amount), book.Period);
        string[] order = [.. burn.Draws.Select(draw => draw.Credit)];
        for (int later = 0; later < order.Length; later++)
        {
            PrepaidCredit own = Find(book.Credits, order[later]);
            foreach (PrepaidCredit other in book.Credits.Where(
                other => IsUsableIn(other, book.Period) && IsBefore(book, other, own)))
            {
                if (Find(burn.Credits, other.Id).Balance != 0m
                    || (other.Balance > 0m && Array.IndexOf(order, other.Id) is var at && (at < 0 || at > later)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    [Property]
    public bool TheOrderGivenMattersOnlyBetweenFullTies(PrepaidBook book, Cents amount)
    {
        ValueList<PrepaidCredit> turned = book.Credits.Reverse().ToValueList();
        BurnDown one = PrepaidCalculator.BurnDown(book.Credits, Above(amount), book.Period);
        BurnDown other = PrepaidCalculator.BurnDown(turned, Above(amount), book.Period);
        return one.Covered == other.Covered && book.Credits.All(credit =>
        {
            string[] ties = [.. book.Credits
                .Where(tied => IsUsableIn(tied, book.Period) == IsUsableIn(credit, book.Period)
                    && tied.Priority == credit.Priority && tied.Usable.End == credit.Usable.End)
                .Select(tied => tied.Id)];
            return ties.Sum(id => Find(one.Credits, id).Balance) == ties.Sum(id => Find(other.Credits, id).Balance);
        });
    }

    [Property]
    public bool BurningTwiceIsBurningTheSum(PrepaidBook book, Cents first, Cents second)
    {
        BurnDown one = PrepaidCalculator.BurnDown(book.Credits, Above(first), book.Period);
        BurnDown two = PrepaidCalculator.BurnDown(one.Credits, Above(second), book.Period);
        BurnDown both = PrepaidCalculator.BurnDown(book.Credits, Above(first) + Above(second), book.Period);
        return two.Credits == both.Credits && one.Covered + two.Covered == both.Covered;
    }

    [Property]
    public bool AtACloseNothingIsLostWithoutBeingSaid(PrepaidBook book, Cents overage)
    {
        PrepaidClose close = PrepaidCalculator.Close(book.Credits, book.Day, Above(overage));
        return SumOf(book.Credits) + close.ToppedUp
                == SumOf(close.Credits) + close.Expired + close.Forfeited + close.OverageCovered
            && close.OverageCovered + close.Overage == Above(overage)
            && new[] { close.ToppedUp, close.Expired, close.Forfeited, close.OverageCovered, close.Overage }.All(
                part => part >= 0m);
    }

    [Property]
    public bool OfCreditsCarriedNoneIsExpiredAndNoOtherIsMissing(PrepaidBook book)
    {
        PrepaidClose close = PrepaidCalculator.Close(book.Credits, book.Day);
        PrepaidCredit[] ended = [.. book.Credits.Where(credit => credit.Usable.End is { } end && end <= book.Day)];
        return close.Expired == ended.Sum(credit => credit.Balance)
            && close.Credits.Select(credit => credit.Id)
                .SequenceEqual(book.Credits.Except(ended).Select(credit => credit.Id));
    }

    [Property]
    public bool WhatIsCarriedIsWithinTheRolloverAndNearestToWhatWasLeft(PrepaidBook book)
    {
        PrepaidClose close = PrepaidCalculator.Close(book.Credits, book.Day);
        return close.Credits.All(carried =>
        {
            decimal left = Find(book.Credits, carried.Id).Balance;
            return carried.Rollover is not { } rollover || carried.Usable.Start >= book.Day
                ? carried.Balance == left
                : carried.Balance == Math.Clamp(left, rollover.Minimum, rollover.Maximum);
        });
    }

    [Property]
    public bool ACloseOfWhatWasClosedChangesNothingMore(PrepaidBook book)
    {
        PrepaidClose close = PrepaidCalculator.Close(book.Credits, book.Day);
        PrepaidClose again = PrepaidCalculator.Close(close.Credits, book.Day);
        return again.Credits == close.Credits
            && again.Expired + again.Forfeited + again.ToppedUp == 0m;
    }

    [Property]
    public bool OverageCarriedIsBurntFromWhatIsCarried(PrepaidBook book, Cents overage)
    {
        BurnDown burn = PrepaidCalculator.BurnDown(
            PrepaidCalculator.Close(book.Credits, book.Day).Credits, Above(overage), book.Day);
        PrepaidClose close = PrepaidCalculator.Close(book.Credits, book.Day, Above(overage));
        return close.Credits == burn.Credits
            && close.OverageCovered == burn.Covered
            && close.Overage == burn.Uncovered;
    }

    private static decimal Above(Cents amount) => Math.Abs(amount % 500m);

    private static decimal SumOf(ValueList<PrepaidCredit> credits) => credits.Sum(credit => credit.Balance);

    private static PrepaidCredit Find(ValueList<PrepaidCredit> credits, string id) =>
        credits.Single(credit => credit.Id == id);

    // Day by day, as the words have it.
    private static bool IsUsableIn(PrepaidCredit credit, DateSpan span)
    {
        for (LocalDate day = span.Start; day < span.End; day = day.PlusDays(1))
        {
            if (day >= credit.Usable.Start && (credit.Usable.End is not { } end || day < end))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBefore(PrepaidBook book, PrepaidCredit one, PrepaidCredit other)
    {
        LocalDate ends = one.Usable.End ?? LocalDate.MaxIsoValue;
        LocalDate othersEnd = other.Usable.End ?? LocalDate.MaxIsoValue;
        return one.Priority != other.Priority ? one.Priority < other.Priority
            : ends != othersEnd ? ends < othersEnd
            : book.Credits.ToList().IndexOf(one) < book.Credits.ToList().IndexOf(other);
    }
}
