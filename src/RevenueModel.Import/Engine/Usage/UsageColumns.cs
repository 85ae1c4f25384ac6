namespace RevenueModel.Import;

/// <summary>Finds the columns of quantities: one column, a column for each meter, or a column for each
/// month.</summary>
internal static class UsageColumns
{
    /// <summary>The recognized column names of usage exports.</summary>
    public static readonly ColumnNames<UsageField> Names = new ColumnNames<UsageField>([UsageField.Customer])
        .Add(
            UsageField.Customer,
            "customer customername account accountname tenant tenantname organization organizationname client "
                + "clientname",
            "customerid accountid tenantid organizationid clientid subscriptionid",
            "user username userid")
        .Add(
            UsageField.Meter,
            "meter metername metric metricname usagetype dimension eventname",
            "meterid event sku product")
        .Add(
            UsageField.Period,
            "period month billingmonth billingperiod usagemonth usagedate usageperiod timestamp datetime eventtime",
            "date day time",
            "starttime periodstart startdate")
        .Add(
            UsageField.Quantity,
            "quantity usage usagequantity consumption units volume consumedquantity",
            "count value");

    /// <summary>Returns the columns of quantities, and adds problems if there are none.</summary>
    public static UsageColumn[] Find(Table<UsageField> table, UsageImportOptions options)
    {
        bool hasPeriod = table[UsageField.Period].IsPresent;
        if (!options.MeterColumns.IsEmpty)
        {
            RequirePeriod(table, hasPeriod);
            return ByMeter(table, options);
        }

        FieldColumn quantity = table[UsageField.Quantity];
        if (quantity.IsPresent)
        {
            RequirePeriod(table, hasPeriod);
            return [new UsageColumn(quantity, Meter: null, Month: null)];
        }

        UsageColumn[] months = hasPeriod ? [] : ByMonth(table);
        if (months.Length == 0)
        {
            table.AddProblem(new ImportProblem(
                "No column for Quantity, and no column whose name is a month. The columns are "
                    + Invariant($"{MessageText.List(table.HeaderNames)}; each can be a meter if it has quantities."),
                ImportOption.MeterColumns));
        }

        return months;
    }

    private static void RequirePeriod(Table<UsageField> table, bool hasPeriod)
    {
        if (!hasPeriod)
        {
            table.AddProblem(new ImportProblem(
                Invariant($"No column for Period. The columns are {MessageText.List(table.HeaderNames)}."),
                ImportOption.Columns));
        }
    }

    private static UsageColumn[] ByMeter(Table<UsageField> table, UsageImportOptions options)
    {
        var columns = new List<UsageColumn>();
        foreach (ColumnReference reference in options.MeterColumns)
        {
            int[] found = ColumnFinder.Find(table.HeaderNames, reference);
            if (found.Length != 1)
            {
                string what = found.Length == 0 ? "No column" : "More than one column";
                table.AddProblem(new ImportProblem(
                    Invariant($"{what} {reference} of the meter columns. ")
                        + Invariant($"The columns are {MessageText.List(table.HeaderNames)}."),
                    ImportOption.MeterColumns));
                continue;
            }

            FieldColumn column = table.Take(found[0], UsageField.Quantity, isStated: true);
            columns.Add(new UsageColumn(column, column.Name, Month: null));
        }

        return [.. columns];
    }

    private static UsageColumn[] ByMonth(Table<UsageField> table) =>
    [
        .. MonthColumns.Find(table, UsageField.Quantity)
            .Select(column => new UsageColumn(column.Column, Meter: null, column.Month)),
    ];
}
