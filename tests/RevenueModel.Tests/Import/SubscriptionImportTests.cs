using NodaTime;
using RevenueModel.Import;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Tests.Import;

public class SubscriptionImportTests
{
    private static readonly SubscriptionImportOptions PerTerm = new() { Amounts = SubscriptionAmounts.PerTerm };

    [Fact]
    public void TermsAreReadAndGapsAreListed()
    {
        SubscriptionImport import = Read(
            SubscriptionImportOptions.Default,
            "subscription_id,customer_id,start_date,end_date,monthly_amount",
            "1,A,2026-11-01,2027-02-01,50",
            "1,A,2027-04-01,2027-06-01,50",
            "1,A,2027-06-01,,75",
            "2,B,2027-01-15,,40.5");

        Assert.Equal(
            [
                new Subscription
                {
                    Account = "A", Id = "1", Amount = 50m,
                    Term = DateSpan.Between(new LocalDate(2026, 11, 1), new LocalDate(2027, 2, 1)),
                },
                new Subscription
                {
                    Account = "A", Id = "1", Amount = 50m,
                    Term = DateSpan.Between(new LocalDate(2027, 4, 1), new LocalDate(2027, 6, 1)),
                },
                new Subscription
                {
                    Account = "A", Id = "1", Amount = 75m, Term = DateSpan.From(new LocalDate(2027, 6, 1)),
                },
                new Subscription
                {
                    Account = "B", Id = "2", Amount = 40.5m, Term = DateSpan.From(new LocalDate(2027, 1, 15)),
                },
            ],
            import.Subscriptions);
        SubscriptionGap gap = Assert.Single(import.Gaps);
        Assert.Equal("A: no subscription in [2027-02-01, 2027-04-01)", gap.ToString());
        Assert.Equal("4 rows: 4 read, 0 refused; 0 blank lines; 4 subscriptions, 1 gap", import.ToString());
        RevenueHistory history = RevenueHistory.Of(import.Subscriptions, new YearMonth(2027, 6));
        Assert.Equal((75m + 40.5m) * 12m, BridgeCalculator.Bridge(history)[^1].Closing);
    }

    [Fact]
    public void AnExportOfStripeIsRead()
    {
        SubscriptionImport import = Read(
            new SubscriptionImportOptions { Quantities = SubscriptionQuantities.AmountIsPerUnit },
            "id,Customer ID,Customer Email,Plan,Quantity,Currency,Interval,Amount,Status,Created (UTC),Start (UTC),"
                + "Current Period End (UTC),Trial End (UTC),Canceled At (UTC),Ended At (UTC)",
            "sub_1,cus_1,a@example.com,pro,3,usd,month,20.00,active,2027-01-05 10:00,2027-01-05 10:00,"
                + "2027-07-05 10:00,,,",
            "sub_2,cus_2,b@example.com,pro,1,usd,year,\"1,200.00\",canceled,2027-01-05 10:00,2027-01-05 10:00,"
                + "2028-01-05 10:00,2027-01-19 10:00,2027-03-02 09:00,2027-04-01 10:00",
            "sub_3,cus_3,c@example.com,pro,1,usd,month,20.00,trialing,2027-06-01 10:00,2027-06-01 10:00,"
                + "2027-06-15 10:00,,,",
            "sub_4,cus_4,d@example.com,pro,1,usd,month,20.00,incomplete_expired,2027-06-01 10:00,2027-06-01 10:00,"
                + "2027-07-01 10:00,,,");

        Assert.Empty(import.Refused);
        Assert.Equal((2, 2), (import.ReadCount, import.LeftOutCount));
        Assert.Equal("usd", import.Layout.Currency);
        Subscription first = import.Subscriptions[0];
        Assert.Equal((60m, "pro", RecurringInterval.Monthly), (first.Amount, first.Product, first.Interval));
        Subscription second = import.Subscriptions[1];
        Assert.Equal(
            DateSpan.Between(new LocalDate(2027, 1, 19), new LocalDate(2027, 4, 1)), second.Term);
        Assert.Equal(new LocalDate(2027, 3, 2), second.NoticeGiven);
        Assert.Equal(
            [
                "Status \"incomplete_expired\": the subscription was never paid and was left out, in 1 row.",
                "Status \"trialing\": the subscription was never paid and was left out, in 1 row.",
            ],
            import.Notes.Select(note => note.Message));
    }

    [Fact]
    public void AnExportOfChargebeeIsRead()
    {
        SubscriptionImport import = Read(
            new SubscriptionImportOptions { Canceled = CanceledWithoutEnd.EndAtCancellation },
            "subscription_id,customer_id,plan_id,status,started_at,cancel" + "led_at,mrr,currency_code",
            "s1,c1,basic,active,05-Jan-2027,,100,EUR",
            "s2,c2,basic,Cancel" + "led,05-Jan-2027,20-Mar-2027,80,EUR",
            "s3,c3,basic,non_renewing,05-Jan-2027,,60,EUR",
            "s4,c4,basic,on hold,05-Jan-2027,,60,EUR");

        Assert.Empty(import.Refused);
        Assert.Equal("EUR", import.Layout.Currency);
        Assert.Equal(
            DateSpan.Between(new LocalDate(2027, 1, 5), new LocalDate(2027, 3, 20)), import.Subscriptions[1].Term);
        Assert.Equal(
            [
                "customer_id \"c2\": the term ends on the day of the cancellation, in 1 row.",
                "status \"on hold\" is unknown and was not compared with the term, in 1 row.",
            ],
            import.Notes.Select(note => note.Message));
    }

    [Fact]
    public void LinesOfInvoicesAreReadByTheirPeriods()
    {
        SubscriptionImport import = Read(
            PerTerm,
            "customer,product,period start,period end,line amount",
            "A,pro,2027-01-05,2027-02-05,50",
            "A,pro,2027-02-05,2028-02-05,480",
            "B,pro,2027-01-31,2027-02-28,50",
            "B,pro,2027-02-28,2027-05-31,150",
            "C,pro,2027-01-04,2027-01-18,10",
            "D,pro,2027-01-04,2027-01-09,10");

        Assert.Equal(
            [
                RecurringInterval.Monthly, RecurringInterval.Annual, RecurringInterval.Monthly,
                RecurringInterval.Quarterly, RecurringInterval.Weeks(2),
            ],
            import.Subscriptions.Select(subscription => subscription.Interval));
        Assert.Equal(
            "Row 7 (line 7): period end was \"2027-01-09\"; a term of whole months or weeks is expected, since the "
                + "amount is of the term, not of 5 days. Set Amounts.",
            Assert.Single(import.Refused).ToString());
    }

    [Fact]
    public void ALongTableOfMonthsIsRead()
    {
        SubscriptionImport import = Read(
            SubscriptionImportOptions.Default,
            "Account,Segment,Product,Month,MRR",
            "A,Enterprise,pro,2027-01,100",
            "A,Enterprise,pro,2027-02,120",
            "B,SMB,pro,2027-02,0");

        Assert.Equal(
            [
                new AccountMonth
                {
                    Account = "A", Segment = "Enterprise", Product = "pro", Month = new(2027, 1), Amount = 100m,
                },
                new AccountMonth
                {
                    Account = "A", Segment = "Enterprise", Product = "pro", Month = new(2027, 2), Amount = 120m,
                },
                new AccountMonth
                {
                    Account = "B", Segment = "SMB", Product = "pro", Month = new(2027, 2), Amount = 0m,
                },
            ],
            import.AccountMonths);
        Assert.Equal("3 rows: 3 read, 0 refused; 0 blank lines; 3 account months", import.ToString());
    }

    [Fact]
    public void AWideTableOfMonthsIsRead()
    {
        SubscriptionImport import = Read(
            new SubscriptionImportOptions { LatestDate = new LocalDate(2027, 2, 28) },
            "Customer;Jan 2027;Feb 2027;Mar 2027",
            "A;100;120;",
            "B;;40;",
            "C;;;",
            "D;1;2;3");

        Assert.Equal(
            [("A", 1, 100m), ("A", 2, 120m), ("B", 2, 40m)],
            import.AccountMonths.Select(month => (month.Account, month.Month.Month, month.Amount)));
        Assert.Equal(
            [
                "Row 4 (line 4): Jan 2027 was blank; an amount of at least one month is expected.",
                "Row 5 (line 5): Mar 2027 was \"3\"; no amount is expected of a month after 2027-02-28, the latest "
                    + "date of the file. Set LatestDate.",
            ],
            import.Refused.Select(row => row.ToString()));
    }

    [Theory]
    [InlineData("week", 1, true)]
    [InlineData("Monthly", 1, false)]
    [InlineData("quarter", 3, false)]
    [InlineData("3 months", 3, false)]
    [InlineData("every 6 months", 6, false)]
    [InlineData("6-month", 6, false)]
    [InlineData("Annual", 12, false)]
    [InlineData("semi-annual", 6, false)]
    [InlineData("2 years", 24, false)]
    public void IntervalsAreRead(string text, int count, bool isInWeeks)
    {
        RecurringInterval interval = Read(
            SubscriptionImportOptions.Default, "customer,start,price,interval", $"A,2027-01-01,5,{text}")
            .Subscriptions[0].Interval;

        Assert.Equal((count, isInWeeks), (interval.Count, interval.IsInWeeks));
    }

    [Fact]
    public void AnIntervalCountMultipliesTheInterval() => Assert.Equal(
        RecurringInterval.Months(9),
        Read(
            SubscriptionImportOptions.Default,
            "customer,start,price,interval,interval count",
            "A,2027-01-01,5,quarter,3").Subscriptions[0].Interval);

    [Fact]
    public void TheStatedIntervalHasPrecedence() => Assert.Equal(
        RecurringInterval.Annual,
        Read(
            new SubscriptionImportOptions { Interval = RecurringInterval.Annual },
            "customer,start,monthly amount",
            "A,2027-01-01,5").Subscriptions[0].Interval);

    public static readonly TheoryData<string, RefusalReason, string> Faults = new()
    {
        {
            "customer=", RefusalReason.MissingValue,
            "customer was blank; the id or name of the account is expected."
        },
        { "start=", RefusalReason.MissingValue, "start was blank; a date is expected." },
        {
            "end=2027-01-05", RefusalReason.ImpossibleDates,
            "end was \"2027-01-05\"; a day after start 2027-01-05 is expected."
        },
        { "price=", RefusalReason.MissingValue, "price was blank; an amount is expected." },
        { "price=-5", RefusalReason.NegativeNumber, "price was \"-5\"; zero or more is expected." },
        {
            "price=5 EUR", RefusalReason.OtherCurrency,
            "price was \"5 EUR\"; \"USD\" is expected, since a file is read in one currency."
        },
        {
            "price=$5;currency=EUR", RefusalReason.Contradiction,
            "price was \"$5\"; currency is \"EUR\"."
        },
        {
            "interval=day", RefusalReason.InvalidValue,
            "interval was \"day\"; an interval such as week, month, quarter, 6 months or year is expected."
        },
        {
            "interval=", RefusalReason.MissingValue,
            "interval was blank; an interval such as month or year is expected."
        },
        {
            "interval count=1.5", RefusalReason.InvalidValue,
            "interval count was \"1.5\"; a whole number between 1 and 100 is expected."
        },
        {
            "interval count=101", RefusalReason.InvalidValue,
            "interval count was \"101\"; a whole number between 1 and 100 is expected."
        },
        {
            "quantity=3", RefusalReason.InvalidValue,
            "quantity was \"3\"; 1 is expected, since it is unknown whether price is of one unit or of all."
        },
        {
            "trial end=2027-01-04", RefusalReason.ImpossibleDates,
            "trial end was \"2027-01-04\"; a day from start 2027-01-05 through end 2027-12-01 is expected."
        },
        {
            "canceled=2027-01-04", RefusalReason.ImpossibleDates,
            "canceled was \"2027-01-04\"; a day on or after start 2027-01-05 is expected."
        },
        {
            "end=;canceled=2027-02-04", RefusalReason.Contradiction,
            "canceled was \"2027-02-04\"; no cancellation is expected, since the subscription has no end."
        },
        {
            "canceled=2027-07-01", RefusalReason.FutureDate,
            "canceled was \"2027-07-01\"; a day up to 2027-06-30, the latest date of the file, is expected of a past "
                + "event."
        },
        {
            "end=;status=churned", RefusalReason.Contradiction,
            "status was \"churned\"; an active subscription is expected, since it has no end."
        },
        {
            "end=2027-06-01;status=active", RefusalReason.Contradiction,
            "status was \"active\"; a subscription that ended is expected, since its end is 2027-06-01."
        },
        {
            "start=2027-11-01", RefusalReason.OverlappingTerm,
            "start was \"2027-11-01\"; the term overlaps that of row 2, which is of the same subscription."
        },
        {
            "start=2026-11-01;end=2027-01-06", RefusalReason.OverlappingTerm,
            "start was \"2026-11-01\"; the term overlaps that of row 2, which is of the same subscription."
        },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void AFaultNamesColumnValueAndExpectation(string changes, RefusalReason reason, string message)
    {
        bool isAboutOverlap = reason == RefusalReason.OverlappingTerm;
        SubscriptionImport import = Read(
            new SubscriptionImportOptions { LatestDate = new LocalDate(2027, 6, 30) },
            string.Join(',', Header),
            isAboutOverlap ? Row("") : Row("id=other;customer=other"),
            Row(changes));

        Assert.Single(import.Subscriptions);
        RowFault fault = Assert.Single(Assert.Single(import.Refused).Faults);
        Assert.Equal((reason, message), (fault.Reason, fault.Message));
    }

    [Fact]
    public void TheOtherSubscriptionOfAnAccountMayOverlap() => Assert.Empty(Read(
        SubscriptionImportOptions.Default,
        string.Join(',', Header),
        Row(""),
        Row("id=2"),
        Row("product=other"),
        Row("start=2027-12-01;end=")).Refused);

    [Fact]
    public void OverlappingTermsCanBeAdded()
    {
        SubscriptionImport import = Read(
            new SubscriptionImportOptions { Overlaps = OverlappingTerms.Add },
            string.Join(',', Header),
            Row(""),
            Row(""));

        Assert.Equal(2, import.Subscriptions.Count);
    }

    [Fact]
    public void AnEarlierTermCanEndWhenALaterOneStarts()
    {
        var options = new SubscriptionImportOptions { Overlaps = OverlappingTerms.EndEarlier };
        string[] rows = [Row(""), Row("start=2027-03-01;end="), Row("start=2026-12-01;end=2028-01-01")];

        SubscriptionImport import = Read(options, [string.Join(',', Header), .. rows]);

        Assert.Equal(
            ["[2027-01-05, 2027-03-01)", "[2027-03-01, open)", "[2026-12-01, 2027-01-05)"],
            import.Subscriptions.Select(subscription => subscription.Term.ToString()));
        Assert.Equal(
            "customer \"A\": the earlier of two overlapping terms ends when the later starts, in 2 rows.",
            Assert.Single(import.Notes).Message);
        Assert.Equal(
            import.Subscriptions.Reverse(),
            Read(options, [string.Join(',', Header), .. rows.Reverse()]).Subscriptions);
        Assert.Equal(
            RefusalReason.OverlappingTerm,
            Assert.Single(Read(options, string.Join(',', Header), Row(""), Row("end=")).Refused).Faults[0].Reason);
    }

    [Theory]
    [InlineData("2027-06-30", false, "[2027-01-05, 2027-06-30)")]
    [InlineData("2027-06-30", true, "[2027-01-05, 2027-07-01)")]
    [InlineData("2027-01-05", true, "[2027-01-05, 2027-01-06)")]
    [InlineData("9999-12-31", true, "[2027-01-05, open)")]
    public void TheEndCanBeTheLastDay(string end, bool isIncluded, string term) => Assert.Equal(
        term,
        Read(
            new SubscriptionImportOptions { EndIsIncluded = isIncluded },
            "customer,start,end,mrr",
            $"A,2027-01-05,{end},5").Subscriptions[0].Term.ToString());

    [Fact]
    public void AUnitPriceIsMultiplied()
    {
        string[] lines =
        [
            "customer,start,interval,unit price,quantity", "A,2027-01-05,month,5,3", "B,2027-01-05,month,5,",
        ];

        SubscriptionImport import = Read(SubscriptionImportOptions.Default, lines);

        Assert.Equal(15m, Assert.Single(import.Subscriptions).Amount);
        Assert.Equal(
            "Row 3 (line 3): quantity was blank; the number of units is expected, since unit price is of one unit. "
                + "Set Quantities.",
            Assert.Single(import.Refused).ToString());
        Assert.Equal(
            [5m, 5m],
            Read(new SubscriptionImportOptions { Quantities = SubscriptionQuantities.AmountIsTotal }, lines)
                .Subscriptions.Select(subscription => subscription.Amount));
    }

    [Theory]
    [InlineData("customer,start,interval,unit price", "A,2027-01-05,month,5", ImportOption.Quantities)]
    [InlineData("customer,start,warranty", "A,2027-01-05,5", ImportOption.Interval)]
    [InlineData("customer,month,amount,interval", "A,2027-01,5,year", ImportOption.IgnoredColumns)]
    [InlineData("customer,start,month,mrr", "A,2027-01-05,2027-01,5", ImportOption.IgnoredColumns)]
    public void AnAmountThatIsNotClearIsAProblem(string header, string row, ImportOption option)
    {
        var options = new SubscriptionImportOptions
        {
            Columns = header.Contains("warranty", StringComparison.Ordinal)
                ? [ColumnMapping.Of(SubscriptionField.Amount, "warranty")]
                : [],
        };

        Assert.Equal(option, SubscriptionImporter.Survey(Csv.Of(header, row), options).Problems[0].Option);
    }

    [Fact]
    public void AUnitPriceOfAMonthIsMultiplied() => Assert.Equal(
        15m,
        Assert.Single(Read(
            SubscriptionImportOptions.Default, "customer,month,unit price,quantity", "A,2027-01,5,3").AccountMonths)
            .Amount);

    [Fact]
    public void AnEndWithoutADayIsTheWholeMonth() => Assert.Equal(
        "[2027-01-01, 2027-07-01)",
        Read(
            new SubscriptionImportOptions { EndIsIncluded = true }, "customer,start,end,mrr", "A,2027-01,2027-06,5")
            .Subscriptions[0].Term.ToString());

    [Fact]
    public void AnAmountOfATermIsThatOfItsPaidMonths()
    {
        SubscriptionImport import = Read(
            PerTerm, "customer,start,trial end,end,amount", "A,2027-01-01,2027-02-01,2028-01-01,1100");

        Assert.Equal(RecurringInterval.Months(11), import.Subscriptions[0].Interval);
    }

    [Fact]
    public void ATermWithoutAnEndHasNoAmountOfATerm() => Assert.Equal(
        RefusalReason.MissingValue,
        Assert.Single(Read(
            PerTerm with { EndIsIncluded = true }, "customer,start,end,amount", "A,2027-01-01,9999-12-31,5").Refused)
            .Faults[0].Reason);

    [Fact]
    public void AProductBeyondTheRangeOfADecimalIsRefused() => Assert.Equal(
        RefusalReason.InvalidNumber,
        Assert.Single(Read(
            SubscriptionImportOptions.Default,
            "customer,start,interval,unit price,quantity",
            "A,2027-01-05,month,50000000000000000000000000000,50000").Refused).Faults[0].Reason);

    [Fact]
    public void ATermThatEndsInItsTrialIsLeftOut()
    {
        SubscriptionImport import = Read(
            SubscriptionImportOptions.Default,
            "customer,start,trial end,end,mrr",
            "A,2027-01-05,2027-02-05,2027-02-05,5",
            "B,2027-01-05,2027-02-05,2027-02-06,5");

        Assert.Equal("[2027-02-05, 2027-02-06)", Assert.Single(import.Subscriptions).Term.ToString());
        Assert.Equal(1, import.LeftOutCount);
        Assert.Equal(
            "trial end \"2027-02-05\": the subscription was never paid and was left out, in 1 row.",
            Assert.Single(import.Notes).Message);
    }

    [Fact]
    public void AMonthOfAnAccountIsReadOnce()
    {
        string[] lines = ["customer,month,mrr", "A,2027-01,5", "A,2027-01,6"];

        Assert.Equal(
            "Row 3 (line 3): month was \"2027-01\"; another account or month is expected, since row 2 has A in "
                + "2027-01. Set Overlaps.",
            Assert.Single(Read(SubscriptionImportOptions.Default, lines).Refused).ToString());
        Assert.Equal(
            11m,
            Read(new SubscriptionImportOptions { Overlaps = OverlappingTerms.Add }, lines)
                .AccountMonths.Sum(month => month.Amount));
    }

    [Fact]
    public void ARefusedRowDoesNotTakeItsMonths()
    {
        SubscriptionImport import = Read(
            SubscriptionImportOptions.Default, "customer,2027-01,2027-02", "A,5,x", "A,5,6");

        Assert.Equal(2, import.AccountMonths.Count);
        Assert.Equal(2, Assert.Single(import.Refused).Row);
    }

    [Theory]
    [InlineData("customer,start,amount", ImportOption.Interval)]
    [InlineData("customer,start,end", ImportOption.Columns)]
    [InlineData("customer,name,value", ImportOption.Columns)]
    [InlineData("start,end,mrr", ImportOption.Columns)]
    public void AFileThatLacksAColumnIsAProblem(string header, ImportOption option)
    {
        string[] lines = [header, "2027-01-01,2027-02-01,5"];

        Assert.Contains(
            SubscriptionImporter.Survey(Csv.Of(lines)).Problems, problem => problem.Option == option);
        Assert.Throws<ImportException>(() => SubscriptionImporter.Read(Csv.Of(lines)));
    }

    [Fact]
    public void ASurveyCountsRefusedRowsAndGaps()
    {
        using ImportFile file = ImportFile.Open(Csv.Of(
            "customer,start,end,mrr", "A,2027-01-05,2027-02-05,5", "A,2027-03-05,,5", "A,2027-04-05,,5"));

        SubscriptionSurvey survey = SubscriptionImporter.Survey(file);

        Assert.Equal((3, 0, 1), (survey.RowCount, survey.Problems.Count, survey.Gaps.Count));
        Assert.Equal(RefusalReason.OverlappingTerm, Assert.Single(survey.RefusalCounts).Reason);
        Assert.Equal(SubscriptionImporter.Read(file).Gaps, survey.Gaps);
    }

    [Fact]
    public void AnOpenTermEndsAllGaps() => Assert.Empty(Read(
        SubscriptionImportOptions.Default,
        "subscription,customer,start,end,mrr",
        "1,A,2027-01-05,,5",
        "2,A,2027-02-05,2027-03-05,5",
        "3,A,2027-04-05,2027-05-05,5").Gaps);

    private static readonly string[] Header =
    [
        "id", "customer", "product", "start", "end", "price", "currency", "interval", "interval count", "quantity",
        "trial end", "canceled", "status",
    ];

    private static string Row(string changes)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = "1",
            ["customer"] = "A",
            ["start"] = "2027-01-05",
            ["end"] = "2027-12-01",
            ["price"] = "$50",
            ["currency"] = "USD",
            ["interval"] = "month",
        };
        foreach (string change in changes.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            values[change.Split('=')[0]] = change.Split('=')[1];
        }

        values["currency"] = values["price"].EndsWith("EUR", StringComparison.Ordinal) ? "" : values["currency"];
        return string.Join(',', Header.Select(name => values.GetValueOrDefault(name, "")));
    }

    private static SubscriptionImport Read(SubscriptionImportOptions options, params string[] lines) =>
        SubscriptionImporter.Read(Csv.Of(lines), options);
}
