--liquibase formatted sql

--changeset calendar:001 comment:Territory by official code (CUT); codes are text, zero-padded
create table region (
  code                  text primary key check (code ~ '^[0-9]{2}$'),
  name                  text not null,
  official_name         text not null,
  abbreviation          text not null,
  iso_code              text not null,
  roman                 text not null,
  capital_comuna_code   text not null,
  government_name       text not null,
  government_short_name text not null,
  government_slug       text not null unique,
  population_2017       int  not null,
  population_2024       int  not null,
  time_zone             text not null,
  north_south           int  not null unique         -- 1 is the northernmost; codes do not tell
);
create table province (
  code        text primary key check (code ~ '^[0-9]{3}$'),
  name        text not null,
  region_code text not null references region (code)
);
create table comuna (
  code              text primary key check (code ~ '^[0-9]{5}$'),
  name              text not null,
  slug              text not null unique,
  province_code     text not null references province (code),
  municipality_code text not null references comuna (code), -- whose municipality administers it: Antártica has none
  population_2017   int  not null,
  population_2024   int,
  pndr_class        text check (pndr_class in ('URBANA', 'MIXTA', 'RURAL')), -- Odepa's classification of 2024
  latitude          numeric(8, 5),
  longitude         numeric(8, 5),
  time_zone         text not null
);
--rollback drop table comuna; drop table province; drop table region;

--changeset calendar:002 comment:Bands of population for peer groups: a convention of this product
create table population_band (
  position int  primary key,
  name     text not null unique,
  at_least int  not null,
  at_most  int                                       -- inhabitants, included; null: no upper limit
);
--rollback drop table population_band;

--changeset calendar:003 comment:Invented region 99, for demonstration; kept apart and never counted
create table fictional_government (
  code        text primary key check (code ~ '^99([0-9]{3})?$'),
  kind        text not null check (kind in ('MUNICIPALITY', 'REGIONAL_GOVERNMENT')),
  name        text not null,
  short_name  text not null,
  slug        text not null unique,
  region_code text not null check (region_code = '99'),
  region_name text not null,
  population  int  not null,
  pndr_class  text check (pndr_class in ('URBANA', 'MIXTA', 'RURAL')),
  time_zone   text not null
);
--rollback drop table fictional_government;

--changeset calendar:004 comment:Who may become a tenant: 345 municipalities, 16 regional governments, and the invented ones
create view government as
select g.code, g.kind, g.name, g.short_name, g.slug, g.region_code, g.region_name, g.north_south, g.seat_comuna_code,
       g.population, g.pndr_class, b.name as population_band, g.time_zone, g.synthetic
  from (select c.code, 'MUNICIPALITY' as kind, 'Municipalidad de ' || c.name as name, c.name as short_name, c.slug,
               r.code as region_code, r.name as region_name, r.north_south, c.code as seat_comuna_code,
               coalesce(c.population_2024, c.population_2017) as population, c.pndr_class, c.time_zone,
               false as synthetic
          from comuna c
          join province p on p.code = c.province_code
          join region r on r.code = p.region_code
         where c.municipality_code = c.code
        union all
        select r.code, 'REGIONAL_GOVERNMENT', r.government_name, r.government_short_name, r.government_slug,
               r.code, r.name, r.north_south, r.capital_comuna_code, r.population_2024, null, r.time_zone, false
          from region r
        union all
        select f.code, f.kind, f.name, f.short_name, f.slug, f.region_code, f.region_name, 99, f.code,
               f.population, f.pndr_class, f.time_zone, true
          from fictional_government f) g
  join population_band b on g.population >= b.at_least and g.population <= coalesce(b.at_most, g.population);
--rollback drop view government;

--changeset calendar:005 comment:Holidays of the nation, of a region, of a comuna
create table holiday (
  day         date not null,
  name        text not null,
  reach       text not null check (reach in ('NATIONAL', 'REGIONAL', 'COMMUNAL')),
  region_code text references region (code),
  comuna_code text references comuna (code),
  mandatory   boolean not null,                      -- irrenunciable: shops close too
  unique nulls not distinct (day, name, region_code, comuna_code),
  check ((reach = 'REGIONAL') = (region_code is not null)),
  check ((reach = 'COMMUNAL') = (comuna_code is not null))
);
--rollback drop table holiday;

--changeset calendar:006 comment:Words of the Open Government Partnership, and what Chile promised there
create table ogp_value (
  code        text primary key,
  position    int  not null unique,
  spanish     text not null,
  english     text not null,
  only_before int                                    -- used by plans that began before this year; null: in use
);
create table policy_area (
  english text primary key,                          -- the name OGP uses
  spanish text not null                              -- working translation
);
create table ogp_plan (
  position    int  primary key,
  member_code text,                                  -- given by OGP after submission; null before
  member      text not null,
  level       text not null check (level in ('NATIONAL', 'LOCAL', 'LOCAL_CONSORTIUM')),
  number      int  not null,
  period      text not null,
  commitments int,
  note        text not null,
  source      text not null
);
create table national_commitment (
  code        text primary key check (code ~ '^CL[0-9]{4}$'),
  year        int  not null,                         -- first year of the plan's cycle, as OGP shows it
  plan_number int  not null,
  plan        text not null,
  period      text not null,
  title       text not null,                         -- OGP's own machine translation, as printed
  theme       text not null references policy_area (english),
  starred     boolean not null
);
--rollback drop table national_commitment; drop table ogp_plan; drop table policy_area; drop table ogp_value;
