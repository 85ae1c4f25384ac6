namespace RevenueModel.Import;

/// <summary>The recognized column names of subscription exports: Stripe, Chargebee, ChartMogul and plain
/// ones.</summary>
internal static class SubscriptionColumns
{
    // A current period or term is not that of the subscription, which is renewed at its end: such columns are not
    // recognized.
    public static readonly ColumnNames<SubscriptionField> Names =
        new ColumnNames<SubscriptionField>([SubscriptionField.Account])
            .Add(
                SubscriptionField.Account,
                "customerid accountid customeruuid customerexternalid",
                "customer account customername accountname",
                "company companyname client clientname",
                "customeremail")
            .Add(
                SubscriptionField.Id,
                "subscriptionid subscriptionexternalid subscriptionuuid",
                "subscription",
                "lineitemid invoicelineid id")
            .Add(
                SubscriptionField.Start,
                "startdate startdateutc start startutc startsat startedat startson",
                "periodstart serviceperiodstart lineperiodstart lineitemperiodstart termstart servicestart datefrom "
                    + "activatedat")
            .Add(
                SubscriptionField.End,
                "enddate enddateutc end endutc endsat endedat endedatutc ended endson",
                "periodend serviceperiodend lineperiodend lineitemperiodend termend serviceend dateto")
            .Add(
                SubscriptionField.Amount,
                "mrr monthlyamount monthlyrecurringrevenue arr annualamount annualrecurringrevenue acv "
                    + "annualcontractvalue",
                "amount planamount subscriptionamount lineamount lineitemamount netamount itemamount",
                "unitprice unitamount priceperunit",
                "price value total")
            .Add(SubscriptionField.Quantity, "quantity planquantity subscriptionquantity qty", "seats units licenses")
            .Add(
                SubscriptionField.Interval,
                "interval billinginterval planinterval priceinterval billingperiodunit",
                "billingfrequency frequency billingperiod")
            .Add(SubscriptionField.IntervalCount, "intervalcount planintervalcount billingintervalcount")
            .Add(SubscriptionField.Month, "month datemonth mrrmonth revenuemonth", "period")
            .Add(SubscriptionField.Product, "product productname plan planname", "productid planid priceid")
            .Add(SubscriptionField.Site, "site sitename plant location")
            .Add(SubscriptionField.Segment, "segment customersegment accountsegment marketsegment")
            .Add(SubscriptionField.Currency, "currency currencycode amountcurrency")
            .Add(SubscriptionField.TrialEnd, "trialend trialendutc trialenddate trialendsat trialendedat")
            .Add(
                SubscriptionField.Canceled,
                WithBothSpellings(
                    "canceledat canceledatutc canceledon canceled canceldate canceleddate cancellationdate "
                        + "churndate churnedat churnedon"))
            .Add(SubscriptionField.Status, "status subscriptionstatus state");

    private static string WithBothSpellings(string names) =>
        names + " " + names.Replace("celed", "celled", StringComparison.Ordinal);
}
