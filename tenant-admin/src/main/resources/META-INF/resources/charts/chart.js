/* One chart: draws what the server describes, in the colours of the page, and gives the drawing away as PNG or SVG. */
(() => {
  const here = new URL('.', document.currentScript.src);
  let library;
  let outlines;

  const echarts = () => (library ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL('echarts.min.js', here);
    script.onload = () => resolve(window.echarts);
    script.onerror = reject;
    document.head.append(script);
  }));

  /* Rapa Nui and Juan Fernández lie far out: they are drawn nearer, so that the rest stays large enough to read. */
  const nearer = {
    country: { '05201': { left: -76.5, top: -26.5, width: 1.2 }, '05104': { left: -76.5, top: -33, width: 0.8 } },
    '05': { '05201': { left: -72.9, top: -32.2, width: 0.4 }, '05104': { left: -72.9, top: -33.2, width: 0.4 } },
  };

  const map = async (library, region) => {
    const name = 'comunas' + (region ?? '');
    if (!library.getMap(name)) {
      outlines ??= fetch(new URL('../maps/comunas.json', here)).then(answer => answer.text());
      const all = JSON.parse(await outlines); // anew each time: the library moves islands in what it is given
      const features = region ? all.features.filter(one => one.properties.name.startsWith(region)) : all.features;
      library.registerMap(name, { type: 'FeatureCollection', features }, nearer[region ?? 'country'] ?? {});
    }
    return name;
  };

  const spoken = (option, locale, unit) => { // figures on axes and scales as the language writes them
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
    [option.xAxis, option.yAxis].filter(axis => axis?.type === 'value' && axis.axisLabel).forEach(axis => {
      const pattern = axis.axisLabel.formatter ?? '{value}';
      axis.axisLabel.formatter = value => pattern.replace('{value}', number.format(value));
    });
    if (option.visualMap) option.visualMap.formatter = value => number.format(value) + unit;
  };

  class Chart extends HTMLElement {
    connectedCallback() {
      if (Object.hasOwn(this, 'option')) { // set before this script was there
        const early = this.option;
        delete this.option;
        this.option = early;
      }
      this.sizes = new ResizeObserver(() => this.chart?.resize());
      this.sizes.observe(this);
      this.light = new MutationObserver(() => this.draw());
      this.light.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'theme', 'class'] });
      this.machine = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map(asked => matchMedia(asked));
      this.turned = () => this.draw();
      this.machine.forEach(asked => asked.addEventListener('change', this.turned));
      this.draw();
    }

    disconnectedCallback() {
      this.sizes?.disconnect();
      this.light?.disconnect();
      this.machine?.forEach(asked => asked.removeEventListener('change', this.turned));
      this.chart?.dispose();
      this.chart = undefined;
    }

    set option(json) {
      this.said = json;
      this.draw();
    }

    get option() {
      return this.said;
    }

    colours(value) {
      if (Array.isArray(value)) return value.map(one => this.colours(one));
      if (value && typeof value === 'object') {
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.colours(one)]));
      }
      if (typeof value !== 'string' || !value.startsWith('var(')) return value;
      this.probe ??= this.appendChild(Object.assign(document.createElement('i'), { hidden: true }));
      this.probe.style.color = value;
      return getComputedStyle(this.probe).color;
    }

    async described() {
      const library = await echarts();
      const option = this.colours(JSON.parse(this.said));
      const own = option.cabildo ?? {};
      delete option.cabildo;
      const locale = own.locale ?? 'es-CL';
      const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
      spoken(option, locale, own.suffix ?? '');
      const figure = value => (value === undefined || value === null || value === '-' ? '–' : number.format(value) + (own.suffix ?? ''));
      const said = one => one.data?.label ? one.data.label + ': ' + one.data.said : '';
      option.tooltip = own.trigger === 'axis'
        ? { trigger: 'axis', renderMode: 'richText', valueFormatter: figure }
        : { trigger: 'item', renderMode: 'richText', formatter: said };
      option.animation = false;
      option.textStyle = { fontFamily: getComputedStyle(this).fontFamily, color: this.colours('var(--chart-text)') };
      if (own.map) {
        const name = await map(library, own.region);
        option.series.forEach(one => {
          if (one.type === 'map') Object.assign(one, { map: name, roam: false }); // wheel and finger belong to the page
        });
      }
      return { library, option };
    }

    async draw() {
      if (!this.said || !this.isConnected) return;
      const turn = (this.turn = (this.turn ?? 0) + 1);
      const { library, option } = await this.described();
      if (turn !== this.turn || !this.isConnected) return;
      this.chart ??= library.init(this, null, { renderer: 'svg' });
      this.chart.setOption(option, true);
      this.setAttribute('data-drawn', '');
    }

    async save(kind, name) {
      const { library, option } = await this.described();
      const stage = document.createElement('div');
      const drawn = library.init(stage, null, {
        renderer: kind === 'svg' ? 'svg' : 'canvas', width: this.clientWidth, height: this.clientHeight, devicePixelRatio: 2 });
      drawn.setOption(option);
      const link = document.createElement('a');
      link.href = drawn.getDataURL({ type: kind, pixelRatio: 2, backgroundColor: this.colours('var(--chart-ground)') });
      link.download = name + '.' + kind;
      link.click();
      drawn.dispose();
    }
  }

  customElements.define('cabildo-chart', Chart);
})();
